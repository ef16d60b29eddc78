package calltally.web.http;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request, as long as it is not too long. */
record LimitedBody(HttpServerRequest request, int longest) {

  /** Must be called before the request's first event loop turn ends. */
  Future<Buffer> read() {
    Promise<Buffer> read = Promise.promise();
    Buffer body = Buffer.buffer();
    request
        .handler(
            part -> {
              if (body.length() + part.length() <= longest) {
                body.appendBuffer(part);
              } else {
                read.tryFail(new RefusedRequest(413));
              }
            })
        .exceptionHandler(read::tryFail)
        .endHandler(end -> read.tryComplete(body));
    return read.future();
  }
}
