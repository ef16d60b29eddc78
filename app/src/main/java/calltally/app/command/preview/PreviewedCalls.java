package calltally.app.command.preview;

import calltally.app.configuration.SourceEntry;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import calltally.exchange.Notification;
import calltally.exchange.Remark;
import calltally.reporting.call.fold.Attempt;
import calltally.reporting.call.fold.Call;
import calltally.reporting.call.fold.CallFold;
import calltally.reporting.call.fold.CallNotification;
import calltally.reporting.call.fold.DirectoryIndex;
import calltally.reporting.call.fold.Event;
import calltally.reporting.call.fold.NotificationsOfCall;
import calltally.reporting.call.fold.RecordingHosts;
import calltally.reporting.call.fold.RetentionHorizon;
import calltally.reporting.call.fold.ShiftCalendar;
import calltally.reporting.call.fold.SourceRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first calls of a file, derived from its notifications alone, without a directory. */
public final class PreviewedCalls {

  private static final int MOST = 5;

  private final SourceRules rules;
  private final Map<String, NotificationsOfCall> calls = new LinkedHashMap<>();
  private final Set<String> withRoundedNumber = new HashSet<>();

  public PreviewedCalls(SourceEntry source) {
    rules =
        new SourceRules(
            source.zone(),
            source.thresholds().shortCall(),
            source.thresholds().fairRing(),
            new ShiftCalendar(List.of(), Set.of(), Map.of()),
            new DirectoryIndex(Map.of(), Map.of()),
            RecordingHosts.ANY,
            RetentionHorizon.NONE);
  }

  /** Keeps a notification of one of the first calls. */
  public void add(Notification notification) {
    String id = notification.pbxId();
    Optional<CallNotification> known = read(notification);
    if (id != null && known.isPresent() && (calls.size() < MOST || calls.containsKey(id))) {
      calls.computeIfAbsent(id, unused -> new NotificationsOfCall()).add(known.get());
      if (notification.remarks().contains(Remark.ROUNDED_NUMBER)) {
        withRoundedNumber.add(id);
      }
    }
  }

  private static Optional<CallNotification> read(Notification notification) {
    Instant time = notification.occurredAt();
    return time == null
        ? Optional.empty()
        : Event.named(notification.event())
            .map(
                event ->
                    new CallNotification(
                        event,
                        time,
                        notification.caller(),
                        notification.receiver(),
                        notification.status(),
                        notification.duration(),
                        notification.audioPath(),
                        null,
                        notification.digest()));
  }

  public TextTable table(Texts texts) {
    TextTable table =
        new TextTable(
            Stream.of(
                    "start",
                    "direction",
                    "customer",
                    "line",
                    "manager",
                    "outcome",
                    "wait",
                    "talk",
                    "rings")
                .map(name -> new TextColumn(texts.text("import.preview." + name), false))
                .toList());
    calls.forEach(
        (id, notifications) ->
            CallFold.fold(rules, id, notifications)
                .ifPresent(call -> table.add(row(id, call, texts))));
    return table;
  }

  private List<@Nullable String> row(String id, Call call, Texts texts) {
    return Arrays.asList(
        texts.time("import.preview.moment", call.localStart()),
        texts.text("import.preview." + word(call.direction())),
        call.customer() == null ? texts.text("import.preview." + noCustomer(id)) : call.customer(),
        call.line(),
        call.managerNumber(),
        texts.text("import.preview." + word(call.outcome())),
        seconds(call.waitTime(), texts),
        seconds(call.talkTime(), texts),
        call.attempts().stream().map(ring -> ring(ring, texts)).collect(Collectors.joining(", ")));
  }

  private String noCustomer(String id) {
    return withRoundedNumber.contains(id) ? "unreadable" : "withheld";
  }

  private static String ring(Attempt attempt, Texts texts) {
    return texts
        .text(
            "import.preview.ring",
            attempt.ring().number() == null ? "?" : attempt.ring().number(),
            word(attempt.outcome()),
            seconds(attempt.ringTime(), texts))
        .strip();
  }

  private static String seconds(@Nullable Duration length, Texts texts) {
    return length == null ? "" : texts.text("import.preview.seconds", length.toMillis() / 1000.0);
  }

  private static String word(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
