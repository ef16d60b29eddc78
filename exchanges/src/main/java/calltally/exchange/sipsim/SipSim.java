package calltally.exchange.sipsim;

import calltally.exchange.CallNotification;
import calltally.exchange.Capabilities;
import calltally.exchange.Exchanges;
import calltally.exchange.Notification;
import calltally.exchange.RawNotification;
import calltally.exchange.Receipt;
import calltally.exchange.field.Fields;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import java.util.List;
import java.util.stream.Stream;

/**
 * SipSim, and whatever sends or imports the notifications of the definitions.
 *
 * <p>They are read at intake, into the columns of the journal, so there is nothing to translate.
 */
public final class SipSim implements SignedBody {

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
