import AgoraCloudRecording
import CallbackReceiver
import FlyingFox
import Foundation
import HTTPTypes

let environment = ProcessInfo.processInfo.environment
guard let secret = environment["AGORA_SECRET"], !secret.isEmpty else {
  print("AGORA_SECRET is not set: it is the secret of the vendor's console")
  // EX_CONFIG of sysexits.h: an error of the configuration, without a backtrace.
  exit(78)
}
let receiver = try CallbackReceiver<Agora.Callback>(secrets: [Secret(secret)], store: MemoryStore())
let server = HTTPServer(port: environment["PORT"].flatMap(UInt16.init) ?? 8081)

await server.appendRoute("POST /callbacks/agora-recording") { request in
  var headers = HTTPFields()
  for (name, value) in request.headers {
    if let name = HTTPField.Name(name.rawValue) { headers[name] = value }
  }
  let receipt = await receiver.receive(headers: headers, body: try await request.bodyData) {
    callback in
    print("event \(callback.event.id)")
  }
  print(receipt.outcome)
  return HTTPResponse(
    statusCode: HTTPStatusCode(
      receipt.response.status.code, phrase: receipt.response.status.reasonPhrase),
    body: Data(receipt.response.body))
}
try await server.run()
