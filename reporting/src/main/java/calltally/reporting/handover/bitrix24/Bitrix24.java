package calltally.reporting.handover.bitrix24;

import calltally.reporting.handover.Crm;
import calltally.reporting.handover.CrmAnswer;
import calltally.reporting.handover.CrmTask;
import calltally.reporting.http.HttpSender;
import calltally.reporting.http.SafeAddress;
import calltally.reporting.http.TokenBucket;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A portal of Bitrix24.
 *
 * @param webhook the address of an incoming webhook with a slash at its end; holds its secret code
 * @param timeout how long to wait for an answer
 */
public record Bitrix24(URI webhook, Kind kind, Duration timeout) implements Crm {

  private static final Duration ANSWERING = Duration.ofSeconds(20);
  private static final int PER_SECOND = 2;

  /** Below the 50 that a portal permits at once, so that others on this machine have some. */
  private static final int AT_ONCE = 40;

  /** Finding the mark; customer, lead, new lead and task for two users. */
  private static final int MOST_REQUESTS = 9;

  private static final String DONE = "HTTP 200";
  private static final String COMPLETED = "5";

  public Bitrix24 {
    URI unused = SafeAddress.require(webhook);
  }

  /** A portal with the default timeout. */
  public static Bitrix24 of(URI webhook, Kind kind) {
    return new Bitrix24(webhook, kind, ANSWERING);
  }

  @Override
  public String host() {
    return webhook.getAuthority();
  }

  @Override
  public TokenBucket newBucket() {
    return new TokenBucket(PER_SECOND, AT_ONCE);
  }

  @Override
  public int mostRequests() {
    return MOST_REQUESTS;
  }

  @Override
  public boolean needsCustomer() {
    return kind == Kind.TODO;
  }

  @Override
  public CrmAnswer find(String mark, TokenBucket bucket) {
    return answered(
        () ->
            kind.found(look(kind.find(mark), bucket))
                .<CrmAnswer>map(id -> new CrmAnswer.Done(id, "found"))
                .orElseGet(() -> new CrmAnswer.Missing("not found")));
  }

  @Override
  public CrmAnswer create(CrmTask task, TokenBucket bucket) {
    String number = task.customer();
    if (number == null && kind == Kind.TODO) {
      return new CrmAnswer.Refused("a to-do needs the customer's number, which is not known");
    }
    return answered(
        () -> create(task, number == null ? null : owner(task, number, bucket), bucket));
  }

  private CrmAnswer create(CrmTask task, @Nullable Owner owner, TokenBucket bucket) {
    JsonNode result = act(kind.create(task, owner), bucket);
    return kind.created(result, owner)
        .<CrmAnswer>map(id -> new CrmAnswer.Done(id, DONE))
        .orElseGet(() -> new CrmAnswer.Unavailable("HTTP 200 without an id", true, null));
  }

  /** The customer; null where the CRM knows the number of nobody and needs nobody. */
  private @Nullable Owner owner(CrmTask task, String number, TokenBucket bucket) {
    Optional<Owner> known = Owner.first(look(BitrixRequests.customers(number), bucket));
    return kind == Kind.TASK
        ? known.orElse(null)
        : known.orElseGet(() -> lead(task, number, bucket));
  }

  /** A new number may not be found for some time after its lead was created. */
  private Owner lead(CrmTask task, String number, TokenBucket bucket) {
    JsonNode known = look(BitrixRequests.lead(task), bucket).path(0).path("ID");
    long id =
        known.isMissingNode()
            ? act(BitrixRequests.newLead(task, number), bucket).asLong()
            : known.asLong();
    return new Owner(Owner.Type.LEAD, id);
  }

  @Override
  public CrmAnswer update(String id, CrmTask task, TokenBucket bucket) {
    return answered(
        () -> {
          JsonNode unused = act(kind.update(id, task), bucket);
          return new CrmAnswer.Done(id, DONE);
        });
  }

  @Override
  public CrmAnswer close(String id, CrmTask task, TokenBucket bucket) {
    CrmAnswer updated = update(id, task, bucket);
    if (!(updated instanceof CrmAnswer.Done)) {
      return updated;
    }
    CrmAnswer completed =
        answered(
            () -> {
              JsonNode unused = act(kind.complete(id), bucket);
              return new CrmAnswer.Done(id, DONE);
            });
    return completed instanceof CrmAnswer.Refused && kind == Kind.TASK && isComplete(id, bucket)
        ? new CrmAnswer.Done(id, "completed before")
        : completed;
  }

  /** A task that somebody has completed is refused to be completed again. */
  private boolean isComplete(String id, TokenBucket bucket) {
    BitrixRequest request = BitrixRequest.of("tasks.task.get");
    request.parameters().put("taskId", Long.parseLong(id));
    request.parameters().putArray("select").add("ID").add("STATUS");
    try {
      return look(request, bucket).path("task").path("status").asText().equals(COMPLETED);
    } catch (BitrixException e) {
      return false;
    }
  }

  @Override
  public List<String> preview(CrmTask task) {
    String number = task.customer();
    Owner owner = number == null ? null : new Owner(Owner.Type.CONTACT, 1);
    String id = kind == Kind.TODO ? "3/1/1" : "1";
    return Stream.of(
            Stream.of(kind.find(task.mark())),
            Stream.ofNullable(number).map(BitrixRequests::customers),
            Stream.of(kind.create(task, owner), kind.update(id, task), kind.complete(id)))
        .flatMap(requests -> requests)
        .map(BitrixRequest::toString)
        .toList();
  }

  private JsonNode look(BitrixRequest request, TokenBucket bucket) {
    return value(request, false, bucket);
  }

  private JsonNode act(BitrixRequest request, TokenBucket bucket) {
    return value(request, true, bucket);
  }

  private JsonNode value(BitrixRequest request, boolean acts, TokenBucket bucket) {
    bucket.take();
    return new BitrixReply(
            HttpSender.post(
                webhook.resolve(request.method() + ".json"),
                Map.of(),
                request.parameters().toString(),
                timeout),
            acts,
            code())
        .value();
  }

  private static CrmAnswer answered(Supplier<CrmAnswer> requests) {
    try {
      return requests.get();
    } catch (BitrixException e) {
      return e.answer();
    }
  }

  /** The last part of the path. */
  private String code() {
    String path = webhook.getPath().replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Leaves out the webhook's code. */
  @Override
  public String toString() {
    return "bitrix24 " + host();
  }
}
