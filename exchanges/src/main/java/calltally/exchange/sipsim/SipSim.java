package calltally.exchange.sipsim;

import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.Exchanges;
import calltally.exchange.Notification;
import calltally.exchange.PbxProtocol;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.Secrets;
import calltally.exchange.field.Fields;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * SipSim, and whatever sends or imports the notifications of the definitions.
 *
 * <p>They are read at intake, into the columns of the journal, so there is nothing to translate.
 */
public final class SipSim implements PbxProtocol {

  private static final Set<String> HEADERS =
      Set.of(
          Signature.DIGEST_HEADER.toLowerCase(Locale.ROOT),
          Signature.TIMESTAMP_HEADER.toLowerCase(Locale.ROOT));

  @Override
  public String name() {
    return Exchanges.DEFAULT_NAME;
  }

  @Override
  public String title() {
    return "SipSim";
  }

  @Override
  public Capabilities capabilities() {
    return Capabilities.ALL;
  }

  @Override
  public Set<String> secretNames() {
    return Set.of();
  }

  @Override
  public boolean takesSigningSecrets() {
    return true;
  }

  @Override
  public boolean requiresProof(Secrets secrets) {
    return !secrets.signing().isEmpty();
  }

  /**
   * A signature covers only a body. Anybody who has seen one could reuse it with any query, so a
   * query is no part of what is proven.
   */
  @Override
  public Optional<NotifyRequest> authenticate(NotifyRequest request, Secrets secrets, Instant now) {
    if (secrets.signing().isEmpty()) {
      return Optional.of(request);
    }
    boolean isProven =
        request.method() == RequestMethod.POST
            && Signature.of(request.headers())
                .proves(
                    request.body().content(),
                    secrets.signing().stream().map(SigningSecret::new).toList(),
                    now);
    return isProven ? Optional.of(request.withoutQuery()) : Optional.empty();
  }

  @Override
  public String proofRule() {
    return "%s and %s must be valid".formatted(Signature.DIGEST_HEADER, Signature.TIMESTAMP_HEADER);
  }

  @Override
  public Set<String> headers() {
    return HEADERS;
  }

  @Override
  public Fields fields(NotifyRequest request) {
    Fields fields = RequestFields.of(request);
    if (FieldLimits.apply(request.size())) {
      FieldLimits.check(fields);
    }
    return fields;
  }

  @Override
  public Notification read(Fields fields, Receipt receipt) {
    return new SipSimReader(fields, receipt).notification();
  }

  @Override
  public List<CallNotification> translate(List<RawNotification> raw) {
    throw new UnsupportedOperationException("these notifications need no translation");
  }

  @Override
  public List<String> numbers(Fields fields) {
    return Stream.of("caller", "receiver").flatMap(name -> fields.text(name).stream()).toList();
  }
}
