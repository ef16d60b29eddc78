package calltally.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages by method and path; every other path is not found. */
public final class Routes implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Map<String, Responder> pages = new LinkedHashMap<>();

  /** Answers GET requests for the path. */
  public Routes get(String path, Responder page) {
    pages.put("GET " + path, page);
    return this;
  }

  /** Answers posted forms. */
  public Routes post(String path, Responder page) {
    pages.put("POST " + path, page);
    return this;
  }

  @Override
  public PageReply respond(PageRequest request) {
    Responder page = pages.get(request.method() + " " + request.path());
    if (page != null) {
      return respond(page, request);
    }
    return NoticePage.of(isKnown(request.path()) ? 405 : 404, PageTexts.of(null, request));
  }

  private static PageReply respond(Responder page, PageRequest request) {
    try {
      return page.respond(request);
    } catch (DataAccessException e) {
      LOG.warn("the page cannot use the database: {}", e.toString());
      return NoticePage.of(503, PageTexts.of(null, request));
    }
  }

  private boolean isKnown(String path) {
    return pages.containsKey("GET " + path) || pages.containsKey("POST " + path);
  }
}
