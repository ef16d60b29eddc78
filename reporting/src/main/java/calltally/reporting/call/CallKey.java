package calltally.reporting.call;

import java.util.List;

/** What identifies a call. */
record CallKey(int sourceId, String pbxId) {

  static Integer[] sources(List<CallKey> calls) {
    return calls.stream().map(CallKey::sourceId).toArray(Integer[]::new);
  }

  static String[] pbxIds(List<CallKey> calls) {
    return calls.stream().map(CallKey::pbxId).toArray(String[]::new);
  }
}
