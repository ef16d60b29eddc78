package calltally.web.http;

/** Answers the requests for a page; may wait for the database. */
@FunctionalInterface
public interface Responder {

  PageReply respond(PageRequest request);
}
