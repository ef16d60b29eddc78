package calltally.reporting.delivery;

import calltally.reporting.render.Letterhead;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose reports they are, where they are kept and how they are mailed.
 *
 * @param post null when nothing is mailed
 */
public record Office(Letterhead letterhead, Archive archive, @Nullable Post post) {

  Optional<Post> mailing() {
    return Optional.ofNullable(post);
  }
}
