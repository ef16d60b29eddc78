package calltally.reporting.handover;

import java.time.Duration;

/**
 * A CRM that takes over the waiting callers of a source.
 *
 * @param name as the ledger stores it
 * @param after how long a caller waits before a task is created
 * @param masksNumbers whether customers' numbers are left out
 */
public record TaskReceiver(
    String name,
    String source,
    Crm crm,
    Duration after,
    boolean masksNumbers,
    Responsibles responsibles) {}
