/// Whether two texts are equal, in a time that depends on their lengths alone.
///
/// A comparison that ends at the first difference tells a sender how much of a guess was right. It is generic so that a test can
/// count the bytes that are read.
@inline(never)
package func isEqualInConstantTime<Text: RandomAccessCollection<UInt8>>(
  _ one: Text, _ other: Text
) -> Bool {
  guard one.count == other.count else { return false }
  var difference: UInt8 = 0
  for (byte, otherByte) in zip(one, other) { difference |= byte ^ otherByte }
  return difference == 0
}
