package calltally.web.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.exception.DataAccessException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pages by method and path; every other path is not found. */
public final class Routes implements Responder {

  private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

  private final Map<String, Responder> pages = new LinkedHashMap<>();
  private final Map<String, Responder> folders = new LinkedHashMap<>();

  /** Answers GET requests for the path. */
  public Routes get(String path, Responder page) {
    pages.put("GET " + path, page);
    return this;
  }

  /** Answers GET requests for the paths that begin with the folder, which ends with a slash. */
  public Routes below(String folder, Responder page) {
    folders.put(folder, page);
    return this;
  }

  /** Answers posted forms. */
  public Routes post(String path, Responder page) {
    pages.put("POST " + path, page);
    return this;
  }

  @Override
  public PageReply respond(PageRequest request) {
    Responder page = page(request);
    if (page != null) {
      return respond(page, request);
    }
    return NoticePage.of(isKnown(request.path()) ? 405 : 404, PageTexts.of(null, request));
  }

  private @Nullable Responder page(PageRequest request) {
    Responder page = pages.get(request.method() + " " + request.path());
    return page != null || request.isPost() ? page : folders.get(folder(request.path()));
  }

  /** The first part of the path, with both its slashes. */
  private static String folder(String path) {
    return path.substring(0, path.indexOf('/', 1) + 1);
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
    return isPage(path) || folders.containsKey(folder(path));
  }

  private boolean isPage(String path) {
    return pages.containsKey("GET " + path) || pages.containsKey("POST " + path);
  }

  /** The path without what it is about. */
  String route(String path) {
    if (isPage(path)) {
      return path;
    }
    return isKnown(path) ? folder(path) : "other";
  }
}
