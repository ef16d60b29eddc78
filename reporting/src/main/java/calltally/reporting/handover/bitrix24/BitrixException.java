package calltally.reporting.handover.bitrix24;

import calltally.reporting.handover.CrmAnswer;

/** A request without a result. */
final class BitrixException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient CrmAnswer answer;

  BitrixException(CrmAnswer answer) {
    super(answer.words());
    this.answer = answer;
  }

  CrmAnswer answer() {
    return answer;
  }
}
