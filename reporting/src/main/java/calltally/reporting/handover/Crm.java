package calltally.reporting.handover;

import calltally.reporting.http.TokenBucket;
import java.util.List;

/**
 * A CRM in which waiting callers become tasks. A task is found by the mark in its title; the id
 * that a CRM gives it means something only to that CRM. Each request takes a token, whether there
 * is one or not.
 */
public interface Crm {

  /** Its host, which limits how many requests it answers. */
  String host();

  /** How many requests it permits. */
  TokenBucket newBucket();

  /** The most requests that one attempt at a task needs. */
  int mostRequests();

  /** Whether a task belongs to a customer, who is created where the CRM has none. */
  boolean needsCustomer();

  /** Looks for the task with a mark. */
  CrmAnswer find(String mark, TokenBucket bucket);

  /** Creates a task without looking for it. */
  CrmAnswer create(CrmTask task, TokenBucket bucket);

  /** Writes the text of a task; repeated, it changes nothing. */
  CrmAnswer update(String id, CrmTask task, TokenBucket bucket);

  /** Writes the text of a task and completes it; repeated, it changes nothing. */
  CrmAnswer close(String id, CrmTask task, TokenBucket bucket);

  /** The requests for a task from its beginning to its end, without the address. */
  List<String> preview(CrmTask task);
}
