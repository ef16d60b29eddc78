package calltally.ingest.file;

import calltally.ingest.file.line.FileNotice;
import calltally.sql.EditDistance;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The columns of a table of notifications that rules read, and the names that stand for them. */
final class NotificationColumns {

  private static final List<String> READ =
      List.of(
          "event",
          "time",
          "pbx_id",
          "caller",
          "receiver",
          "status",
          "duration",
          "audio_path",
          "tags",
          "speech_state",
          "summary");

  /** Names by which other programs call the same. */
  private static final Map<String, List<String>> OTHER_NAMES =
      Map.of(
          "time", List.of("date", "datetime", "timestamp", "calldate", "start"),
          "pbx_id", List.of("id", "uid", "uuid", "callid", "uniqueid", "linkedid"),
          "caller", List.of("from", "src", "source", "clid", "phone", "client", "customer", "ani"),
          "receiver", List.of("to", "dst", "destination", "called", "did", "callee", "line"),
          "status", List.of("disposition", "result", "state"),
          "duration", List.of("billsec", "length", "talk", "seconds"),
          "audio_path", List.of("recording", "record", "link", "url", "audio"));

  private NotificationColumns() {}

  static boolean areNamedBy(Heading heading) {
    List<String> names = named(heading).names();
    return names.contains("event") && (names.contains("pbx_id") || names.contains("time"));
  }

  /** The heading with the names that rules read, however they are punctuated. */
  static Heading named(Heading heading) {
    List<String> names = new ArrayList<>(heading.names());
    for (String read : READ) {
      if (!names.contains(read)) {
        heading.places(List.of(read.replace("_", ""))).stream()
            .findFirst()
            .ifPresent(place -> names.set(place, read));
      }
    }
    return new Heading(List.copyOf(names));
  }

  /** Which columns no rule reads, and which names may be meant. */
  static List<FileNotice> unread(Heading heading) {
    List<FileNotice> notices = new ArrayList<>();
    Set<String> others = new LinkedHashSet<>(heading.names());
    READ.forEach(others::remove);
    others.remove("");
    for (String name : List.copyOf(others)) {
      Optional<String> meant = meant(name, heading);
      meant.ifPresent(read -> notices.add(FileNotice.of(key(read), name, read)));
      meant.ifPresent(read -> others.remove(name));
    }
    if (!others.isEmpty()) {
      notices.add(FileNotice.information("columns_unread", String.join(", ", others)));
    }
    return notices;
  }

  private static String key(String read) {
    return switch (read) {
      case "caller" -> "column_meant_caller";
      case "receiver" -> "column_meant_receiver";
      default -> "column_meant";
    };
  }

  private static Optional<String> meant(String name, Heading heading) {
    String plain = new Heading(List.of(name)).plain(0);
    return READ.stream()
        .filter(read -> !heading.names().contains(read))
        .filter(read -> isNear(plain, read))
        .findFirst();
  }

  private static boolean isNear(String plain, String read) {
    String bare = read.replace("_", "");
    return OTHER_NAMES.getOrDefault(read, List.of()).contains(plain)
        || (plain.length() > 3 && (plain.startsWith(bare) || plain.endsWith(bare)))
        || EditDistance.of(plain, bare) <= Math.min(2, bare.length() / 3);
  }
}
