package calltally.ingest.receiver;

import java.util.List;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.spi.PlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Creates consumers whose requests wait for their answers without a thread. */
record AsyncHttpEngine(int port, RequestAdmission admission) implements PlatformHttpEngine {

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
    return new AsyncHttpConsumer(
        endpoint,
        processor,
        List.of(),
        VertxPlatformHttpRouter.getRouterNameFromPort(port),
        admission);
  }
}
