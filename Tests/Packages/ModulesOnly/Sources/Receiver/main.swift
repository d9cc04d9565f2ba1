import CallbackRuntime
import TencentTRTCRecording

let callback = try TRTC.Callback(
  json: #"{"EventGroupId":3,"EventType":302,"EventInfo":{"Payload":{"LeaveCode":1}}}"#)
print(callback.event.id)
