package calltally.reporting.alarm;

import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Observes whether too many calls of the last hour were missed. */
record ObserveMissedRate(MonitoredSource source, Rate missed, AlarmThresholds rules) {

  Observation run() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("missed", missed.part());
    facts.put("calls", missed.whole());
    facts.put("percent", Math.round(100 * missed.share().orElse(0)));
    facts.put("limit_percent", rules.missedRate().movePointRight(2).stripTrailingZeros());
    return Observation.of(AlarmKind.MISSED_RATE, source, state(), facts);
  }

  /** With too few calls to judge by, the rate counts as well. */
  private AlarmState state() {
    if (missed.whole() < rules.missedRateCalls()) {
      return AlarmState.WELL;
    }
    BigDecimal limit = rules.missedRate().multiply(BigDecimal.valueOf(missed.whole()));
    BigDecimal wellAt = limit.multiply(BigDecimal.valueOf(AlarmThresholds.MISSED_WELL_AT));
    BigDecimal found = BigDecimal.valueOf(missed.part());
    if (found.compareTo(limit) > 0) {
      return AlarmState.ALARM;
    }
    return found.compareTo(wellAt) <= 0 ? AlarmState.WELL : AlarmState.UNDECIDED;
  }
}
