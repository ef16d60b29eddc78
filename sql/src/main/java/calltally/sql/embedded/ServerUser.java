package calltally.sql.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user that PostgreSQL runs as: this program's user or, since it refuses to run as root, the
 * owner of the folder.
 *
 * <p>A folder owned by root stays so where user namespaces are allowed (PostgreSQL then does not
 * see root); elsewhere it is given to the user nobody.
 *
 * @param prefix words that make a command run as that user
 */
record ServerUser(List<String> prefix, int user, int group) {

  private static final int ROOT = 0;
  private static final int NOBODY = 65534;
  private static final List<String> WITHOUT_ROOT = List.of("unshare", "--user");
  private static final Path ANYWHERE = Path.of("/");

  ServerUser {
    prefix = List.copyOf(prefix);
  }

  static ServerUser of(ClusterFolder folder) throws IOException {
    Path owned = Files.exists(folder.cluster()) ? folder.path() : folder.data();
    int owner = id(owned, "unix:uid");
    if (!isRoot()) {
      return new ServerUser(List.of(), owner, owner);
    }
    if (owner != ROOT) {
      return other(owner, id(owned, "unix:gid"));
    }
    ServerUser rootless = new ServerUser(WITHOUT_ROOT, ROOT, ROOT);
    return rootless.command(ANYWHERE, "true").succeeds() ? rootless : other(NOBODY, NOBODY);
  }

  SystemCommand command(Path folder, String... words) {
    List<String> all = new ArrayList<>(prefix);
    all.addAll(List.of(words));
    return new SystemCommand(all, folder);
  }

  /** Gives the account the files that it must read and write, if it can reach them. */
  void handOver(ClusterFolder folder) throws IOException {
    if (!prefix.isEmpty()) {
      requireAccessTo(folder.data());
      try (Stream<Path> files = Files.walk(folder.path())) {
        for (Path file : (Iterable<Path>) files::iterator) {
          chown(file);
        }
      }
    }
  }

  private void chown(Path file) throws IOException {
    if (id(file, "unix:uid") != user) {
      Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
      Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
    }
  }

  private void requireAccessTo(Path folder) {
    if (!command(ANYWHERE, "test", "-x", folder.toString()).succeeds()) {
      throw new ClusterUnavailable("root_in_folder", user, folder);
    }
  }

  private static ServerUser other(int user, int group) {
    List<String> prefix =
        List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups");
    ServerUser account = new ServerUser(prefix, user, group);
    if (!account.command(ANYWHERE, "true").succeeds()) {
      throw new ClusterUnavailable("root", user);
    }
    return account;
  }

  private static boolean isRoot() throws IOException {
    return new SystemCommand(List.of("id", "-u"), ANYWHERE).run().output().equals("0");
  }

  private static int id(Path path, String attribute) throws IOException {
    return (Integer) Files.getAttribute(path, attribute, LinkOption.NOFOLLOW_LINKS);
  }
}
