package calltally.ingest.receiver;

import calltally.exchange.request.NotifyRequest;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;

/**
 * Handles requests on the thread of their connection.
 *
 * <p>The route must not block there; the answer is sent when the route has ended, whenever that is.
 * Camel's own consumer occupies a thread per request until it is answered: two thread switches per
 * request, which cost as much as reading it.
 */
final class AsyncHttpConsumer extends VertxPlatformHttpConsumer {

  private final RequestAdmission admission;

  AsyncHttpConsumer(
      PlatformHttpEndpoint endpoint,
      Processor processor,
      List<Handler<RoutingContext>> handlers,
      String router,
      RequestAdmission admission) {
    super(endpoint, processor, handlers, router);
    this.admission = admission;
  }

  @Override
  protected void handleRequest(RoutingContext context) {
    HttpServerRequest request = context.request();
    admission.admit(request, admitted -> handle(admitted, request));
  }

  private void handle(NotifyRequest admitted, HttpServerRequest request) {
    if (isSuspended()) {
      HttpMessages.answer(request, HttpReply.STOPPING);
      return;
    }
    Exchange exchange = createExchange(false);
    exchange.setPattern(ExchangePattern.InOut);
    exchange.getMessage().setBody(admitted);
    begin(exchange);
    boolean unused = getAsyncProcessor().process(exchange, onThisThread -> end(exchange, request));
  }

  private void begin(Exchange exchange) {
    try {
      createUoW(exchange);
    } catch (Exception e) { // what Camel declares
      throw new IllegalStateException(e);
    }
  }

  private void end(Exchange exchange, HttpServerRequest request) {
    HttpReply answer =
        exchange.getException() == null
            ? exchange.getMessage().getBody(HttpReply.class)
            : HttpReply.FAILED;
    if (!request.response().closed()) {
      HttpMessages.answer(request, answer);
    }
    doneUoW(exchange);
    releaseExchange(exchange, false);
  }
}
