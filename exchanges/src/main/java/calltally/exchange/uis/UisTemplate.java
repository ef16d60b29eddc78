package calltally.exchange.uis;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A notification that a customer creates in the cabinet: its kind, and the body to paste.
 *
 * <p>A placeholder brings its own quotes.
 */
public enum UisTemplate {
  INCOMING_CALL(
      "Inbound call on the virtual number",
      "Входящий звонок на виртуальный номер",
      """
      {"event": "incoming_call_start", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "caller": {{contact_phone_number}},
       "receiver": {{virtual_phone_number}}}
      """),
  RING(
      "Waiting for the answer",
      "Ожидание ответа",
      """
      {"event": "incoming_call_start_chain_member_call", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "caller": {{contact_phone_number}},
       "receiver": {{employee_id}}, "leg_id": {{leg_id}}, "direction": {{direction}}}
      """),
  TALK(
      "Talk started",
      "Начало разговора",
      """
      {"event": "incoming_call_answer", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "caller": {{contact_phone_number}},
       "receiver": {{employee_id}}, "direction": {{direction}}}
      """),
  LOST_CALL(
      "Lost call",
      "Потерянный звонок",
      """
      {"event": "incoming_call_end", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "caller": {{contact_phone_number}},
       "receiver": {{virtual_phone_number}}, "status": "missed", "duration": 0}
      """),
  CALL_END(
      "Call finished",
      "Завершение звонка",
      """
      {"event": "incoming_call_end", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "caller": {{contact_phone_number}},
       "receiver": {{virtual_phone_number}}, "employee": {{employee_id}},
       "duration": {{talk_time_duration}}, "direction": {{direction}}}
      """),
  OUTGOING_CALL(
      "Outbound call",
      "Исходящий звонок",
      """
      {"event": "outgoing_call_start", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "caller": {{employee_id}},
       "receiver": {{contact_phone_number}}}
      """),
  RECORDING(
      "Recording done",
      "Записанный разговор",
      """
      {"event": "recording", "time": {{notification_time}},
       "pbx_id": {{call_session_id}}, "audio_path": {{file_link}}}
      """);

  private final String kind;
  private final String kindInRussian;
  private final String body;

  UisTemplate(String kind, String kindInRussian, String body) {
    this.kind = kind;
    this.kindInRussian = kindInRussian;
    this.body = body;
  }

  /** The kind of the notification as the cabinet names it in English. */
  public String kind() {
    return kind;
  }

  /** The kind as the cabinet names it in Russian. */
  public String kindInRussian() {
    return kindInRussian;
  }

  /** What to paste; ends with a line break. */
  public String body() {
    return body;
  }

  /**
   * All that a customer must create.
   *
   * @param address with the source's token
   */
  public static String all(String address) {
    return Arrays.stream(values())
        .map(
            each ->
                "%s (%s)\nPOST %s\n%s".formatted(each.kind, each.kindInRussian, address, each.body))
        .collect(Collectors.joining("\n"));
  }
}
