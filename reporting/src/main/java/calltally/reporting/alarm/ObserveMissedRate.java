package calltally.reporting.alarm;

import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** Whether too many calls of the last hour were missed. */
record ObserveMissedRate(WatchedSource source, Rate missed, WatchRules rules) {

  Observation run() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("missed", missed.part());
    facts.put("calls", missed.whole());
    facts.put("percent", Math.round(100 * missed.share().orElse(0)));
    facts.put("limit_percent", rules.missedRate().movePointRight(2).stripTrailingZeros());
    return Observation.of(AlarmKind.MISSED_RATE, source, standing(), facts);
  }

  /** With too few calls nothing is wrong any more. */
  private Standing standing() {
    if (missed.whole() < rules.missedRateCalls()) {
      return Standing.WELL;
    }
    BigDecimal limit = rules.missedRate().multiply(BigDecimal.valueOf(missed.whole()));
    BigDecimal wellAt = limit.multiply(BigDecimal.valueOf(WatchRules.MISSED_WELL_AT));
    BigDecimal found = BigDecimal.valueOf(missed.part());
    if (found.compareTo(limit) > 0) {
      return Standing.ALARM;
    }
    return found.compareTo(wellAt) <= 0 ? Standing.WELL : Standing.UNDECIDED;
  }
}
