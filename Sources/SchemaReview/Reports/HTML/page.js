var side = document.querySelector('.side'), notice = document.getElementById('notice');
var narrow = matchMedia('(max-width: 60rem)');
document.documentElement.className = 'js';
function fold() { if (side) side.open = !narrow.matches; }
fold();
narrow.addEventListener('change', fold);
document.addEventListener('click', function (event) {
  if (event.target.closest('.side a')) return fold();
  var button = event.target.closest('button[data-copy]');
  if (!button) return;
  getSelection().selectAllChildren(button.parentNode.querySelector('.whole'));
  var copied = document.execCommand('copy');
  notice.textContent = copied ? 'Copied ' + button.dataset.copy : 'Press Ctrl+C to copy';
  button.firstChild.data = copied ? 'Copied' : 'Selected';
});
