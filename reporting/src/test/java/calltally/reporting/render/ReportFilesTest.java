package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.export.CsvDialect;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportFilesTest {

  private static final int SECONDS_OF_DAY = 86_400;

  @TempDir private Path folder;

  @Test
  void files_are_named_by_report_date_source_and_language() {
    WrittenReport written = written(new SampleDay().report());

    assertThat(written.names())
        .startsWith(
            "calltally-daily-2026-11-20-main-en.xlsx",
            "calltally-daily-2026-11-20-main-summary.csv",
            "calltally-daily-2026-11-20-main-callbacks.csv",
            "calltally-daily-2026-11-20-main-never_reached.csv",
            "calltally-daily-2026-11-20-main-managers.csv")
        .endsWith("calltally-daily-2026-11-20-main.json");
    assertThat(written(SampleReports.week()).names())
        .contains("calltally-weekly-2026-11-16_2026-11-22-main-en.xlsx");
    assertThat(written(SampleReports.month()).names())
        .contains("calltally-monthly-2026-10-main-en.xlsx");
  }

  static Stream<Report> reports() {
    return Stream.of(
        new SampleDay().report(),
        SampleDay.withoutData().report(),
        SampleDay.withOneCall().report(),
        SampleReports.weekend(),
        SampleReports.week(),
        SampleReports.month(),
        SampleReports.review(),
        SampleReports.missed(20));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void every_table_has_the_same_rows_in_every_format(Report report) throws IOException {
    WrittenReport written = written(report);
    JsonNode json = written.json();

    try (XSSFWorkbook workbook = written.workbook()) {
      List<String> tables = new ArrayList<>();
      json.fieldNames().forEachRemaining(tables::add);
      assertThat(workbook.getNumberOfSheets()).isEqualTo(tables.size());
      for (int i = 1; i < tables.size(); i++) {
        String table = tables.get(i);
        List<CSVRecord> rows = written.csv(table);
        Sheet sheet = workbook.getSheetAt(i);
        assertThat(json.get(table)).as(table).hasSameSizeAs(rows);
        assertThat(sheet.getLastRowNum()).as(table).isEqualTo(rows.size());
        for (int row = 0; row < rows.size(); row++) {
          assertSame(json.get(table).get(row), rows.get(row), sheet.getRow(row + 1));
        }
      }
    }
  }

  /** Counts and seconds are the same numbers in all three, and so is an absent value. */
  private static void assertSame(JsonNode object, CSVRecord record, Row row) {
    int at = 0;
    for (String column : record.getParser().getHeaderNames()) {
      String field = record.get(column);
      JsonNode value = object.get(column);
      Cell cell = row.getCell(at++, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
      JsonNode number = value.isObject() ? value.get("share") : value;
      if (number.isNull()) {
        assertThat(field).as(column).isEmpty();
        assertThat(cell.getCellType()).as(column).isEqualTo(CellType.BLANK);
      } else if (number.isNumber()) {
        assertThat(new BigDecimal(field)).as(column).isEqualByComparingTo(number.decimalValue());
        boolean isTime = cell.getCellStyle().getDataFormatString().equals("[h]:mm:ss");
        assertThat(cell.getNumericCellValue() * (isTime ? SECONDS_OF_DAY : 1))
            .as(column)
            .isCloseTo(number.doubleValue(), org.assertj.core.data.Offset.offset(0.00005));
      }
    }
  }

  @Test
  void callers_whose_time_ran_out_after_the_period_are_exported_too() throws IOException {
    SampleDay day = new SampleDay();
    CallbackList list = day.callbacks;
    day.callbacks =
        new CallbackList(list.ofPeriod(), list.ofOtherDays(), List.of(), list.neverReached());

    assertThat(written(day.report()).csv("never_reached")).hasSameSizeAs(list.neverReached());
  }

  @Test
  void figures_are_those_of_the_report() throws IOException {
    CallReport report = new SampleDay().report();
    WrittenReport written = written(report);

    List<CSVRecord> rows = written.csv("managers");

    assertThat(rows).hasSameSizeAs(report.managers().managers());
    for (int i = 0; i < rows.size(); i++) {
      ManagerActivity manager = report.managers().managers().get(i);
      CSVRecord row = rows.get(i);
      assertThat(row.get("manager")).isEqualTo(manager.manager());
      assertThat(row.get("attempts")).isEqualTo(String.valueOf(manager.attempts().attempts()));
      assertThat(row.get("no_answer")).isEqualTo(String.valueOf(manager.attempts().noAnswer()));
      assertThat(row.get("talk_sum")).isEqualTo(String.valueOf(manager.talk().toSeconds()));
    }
    CSVRecord summary = written.csv("summary").get(0);
    assertThat(summary.get("incoming")).isEqualTo("414");
    assertThat(summary.get("answer_rate")).isEqualTo("0.8592");
    assertThat(summary.get("usual_incoming")).isEqualTo("381.25");
    assertThat(summary.get("usual_answer_rate")).isEqualTo("0.8787");
    assertThat(summary.get("target_answer_rate")).isEqualTo("0.9");
    assertThat(summary.get("callback_window_seconds")).isEqualTo("604800");
    assertThat(summary.get("generated_at")).isEqualTo("2026-11-21T08:00:00+03:00");
  }

  @Test
  void rates_are_kept_with_both_their_counts() throws IOException {
    JsonNode summary = written(new SampleDay().report()).json().get("summary");

    assertThat(summary.get("answer_rate"))
        .hasToString("{\"numerator\":354,\"denominator\":412,\"share\":0.8592}");
    assertThat(written(SampleDay.withoutData().report()).json().get("summary").get("answer_rate"))
        .hasToString("{\"numerator\":0,\"denominator\":0,\"share\":null}");
  }

  @Test
  void cells_of_a_workbook_have_the_type_of_their_values() throws IOException {
    MissedCallReport report = SampleReports.missed(20);
    MissedCall call = report.calls().get(0);
    try (XSSFWorkbook workbook = written(report).workbook()) {
      Sheet sheet = workbook.getSheet("Missed calls");
      Row row = sheet.getRow(1);

      assertThat(headings(sheet))
          .startsWith("Date", "Missed at (Europe/Minsk)", "Customer", "Line")
          .contains("Waited, h:mm:ss");
      assertThat(row.getCell(0).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(call.date());
      assertThat(row.getCell(0).getCellStyle().getDataFormatString()).isEqualTo("yyyy-mm-dd");
      assertThat(row.getCell(1).getLocalDateTimeCellValue())
          .isEqualTo(LocalDateTime.ofInstant(call.missedAt(), report.head().period().zone()));
      assertThat(row.getCell(2).getCellType()).isEqualTo(CellType.STRING);
      assertThat(row.getCell(2).getStringCellValue()).startsWith("+375 29 ");
    }
  }

  @Test
  void the_heading_of_a_sheet_stays_and_filters() throws IOException {
    WrittenReport written = written(SampleReports.missed(20));

    assertThat(written.sheetXml(2)).contains("<autoFilter ref=\"A1:O21\"");
    try (XSSFWorkbook workbook = written.workbook()) {
      var sheet = workbook.getSheet("Missed calls");

      assertThat(sheet.getPaneInformation().getHorizontalSplitTopRow()).isEqualTo((short) 1);
      assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      assertThat(sheet.getColumnWidthInPixels(1)).isGreaterThan(120);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void sheets_and_headings_have_words_in_the_language(String language) throws IOException {
    for (Report report : reports().toList()) {
      try (XSSFWorkbook workbook =
          WrittenReport.of(report, CustomerNumbers.SHOWN, language, folder).workbook()) {
        for (Sheet sheet : workbook) {
          assertThat(sheet.getSheetName().length()).isLessThanOrEqualTo(31);
          assertThat(headings(sheet)).doesNotHaveDuplicates().allMatch(text -> !text.isBlank());
        }
        assertThat(workbook.getSheetAt(0).getSheetName())
            .isEqualTo(language.equals("ru") ? "Сводка" : "Summary");
      }
    }
  }

  private static List<String> headings(Sheet sheet) {
    return StreamSupport.stream(sheet.getRow(0).spliterator(), false)
        .map(Cell::getStringCellValue)
        .toList();
  }

  @Test
  void a_workbook_is_ready_for_print() throws IOException {
    try (XSSFWorkbook workbook = written(SampleReports.week()).workbook()) {
      assertThat(workbook)
          .isNotEmpty()
          .allMatch(sheet -> sheet.getFitToPage() && sheet.getPrintSetup().getFitWidth() == 1);
      assertThat(workbook.getSheet("Call-back list").getRow(0).getHeightInPoints())
          .isGreaterThanOrEqualTo(2 * workbook.getSheet("Lines").getDefaultRowHeightInPoints());
    }
  }

  @Test
  void no_text_from_outside_is_computed_by_a_spreadsheet() throws IOException {
    List<String> hostile =
        List.of("=1+1", "+1+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "+375291112233,=1");
    CallReport report = withCustomers(hostile);
    WrittenReport written = written(report);

    assertThat(written.csv("callbacks").stream().map(row -> row.get("customer")))
        .containsExactlyElementsOf(hostile.stream().map(text -> "'" + text).toList());
    try (XSSFWorkbook workbook = written.workbook()) {
      for (Sheet sheet : workbook) {
        for (Row row : sheet) {
          assertThat(row).noneMatch(cell -> cell.getCellType() == CellType.FORMULA);
        }
      }
      assertThat(workbook.getSheet("Call-back list").getRow(1).getCell(1).getStringCellValue())
          .isEqualTo("=1+1");
    }
    assertThat(written.json().get("callbacks").get(0).get("customer").asText()).isEqualTo("=1+1");
  }

  @Test
  void telephone_numbers_keep_their_plus() throws IOException {
    WrittenReport written = written(withCustomers(List.of("+375291112233", "101")));

    assertThat(written.csv("callbacks").stream().map(row -> row.get("customer")))
        .containsExactly("+375291112233", "101");
  }

  @Test
  void characters_that_no_spreadsheet_takes_are_harmless() throws IOException {
    WrittenReport written =
        written(withCustomers(List.of("a\u0001b\uFFFFc", "\"quoted\", and\nbroken")));

    try (XSSFWorkbook workbook = written.workbook()) {
      assertThat(workbook.getSheet("Call-back list").getLastRowNum()).isEqualTo(2);
    }
    assertThat(written.csv("callbacks").get(1).get("customer"))
        .isEqualTo("\"quoted\", and\nbroken");
    assertThat(written.json().get("callbacks")).hasSize(2);
  }

  @Test
  void masked_numbers_are_masked_in_every_format() throws IOException {
    WrittenReport written =
        WrittenReport.of(
            withCustomers(List.of("+375291112233")), CustomerNumbers.MASKED, "en", folder);

    String masked = "+375 29 •••-••-33";
    assertThat(written.csv("callbacks").get(0).get("customer")).isEqualTo(masked);
    assertThat(written.json().get("callbacks").get(0).get("customer").asText()).isEqualTo(masked);
    try (XSSFWorkbook workbook = written.workbook()) {
      assertThat(workbook.getSheet("Call-back list").getRow(1).getCell(1).getStringCellValue())
          .isEqualTo(masked);
    }
  }

  @Test
  void recordings_are_left_out_where_numbers_are_masked_as_links_may_contain_them()
      throws IOException {
    Report report = new SampleDay().report();
    String recording = "https://pbx.example.com/voicemail/1.mp3";
    WrittenReport masked = WrittenReport.of(report, CustomerNumbers.MASKED, "en", folder);

    assertThat(masked.csvText("callbacks")).doesNotContain("https:");
    assertThat(masked.json().toString()).doesNotContain("https:");
    assertThat(masked.sheetXml(2)).doesNotContain("https:");
    assertThat(written(report).csvText("callbacks")).contains(recording);
    assertThat(written(report).sheetXml(2)).contains(recording);
  }

  @Test
  void texts_of_a_workbook_stay_texts_and_times_read_as_times() throws IOException {
    CallReport report = withCustomers(List.of("007", "+375291112233"));
    try (XSSFWorkbook workbook = written(report).workbook()) {
      Sheet sheet = workbook.getSheet("Call-back list");
      List<String> headings = headings(sheet);
      Row row = sheet.getRow(1);

      assertThat(row.getCell(1).getStringCellValue()).isEqualTo("007");
      for (Cell cell : row) {
        if (cell.getCellType() == CellType.STRING) {
          assertThat(cell.getCellStyle().getDataFormatString()).isEqualTo("@");
        }
      }
      assertThat(
              new DataFormatter().formatCellValue(row.getCell(headings.indexOf("Waited, h:mm:ss"))))
          .isEqualTo("0:00:09");
    }
  }

  @Test
  void csv_for_a_spreadsheet_with_decimal_commas_keeps_codes_and_decimals() throws IOException {
    ReportFiles files =
        new ReportFiles(Letterhead.of("Romashka LLC"), CustomerNumbers.SHOWN, CsvDialect.SEMICOLON);
    List<Path> written =
        files.write(
            withCustomers(List.of("007", "=1+1")),
            Locale.ENGLISH,
            Set.of(ReportFormat.CSV),
            folder);

    assertThat(text(written, "-callbacks.csv"))
        .startsWith("\uFEFFof_period;customer;line;")
        .contains(";\"=\"\"007\"\"\";", ";'=1+1;");
    assertThat(text(written, "-summary.csv")).contains(";0,8592;").doesNotContain("0.8592");
  }

  private static String text(List<Path> files, String ending) throws IOException {
    Path file =
        files.stream().filter(each -> each.toString().endsWith(ending)).findFirst().orElseThrow();
    return Files.readString(file);
  }

  @Test
  void csv_begins_with_a_byte_order_mark() throws IOException {
    assertThat(written(new SampleDay().report()).csvText("restated"))
        .isEqualTo("\uFEFFlocal_date,figure,printed,value\r\n2026-11-19,missed,41,43\r\n");
  }

  @Test
  void a_sheet_holds_more_rows_than_are_kept_in_memory() throws IOException {
    MissedCallReport many = SampleReports.missed(1_201);
    try (XSSFWorkbook workbook = written(many).workbook()) {
      Sheet sheet = workbook.getSheet("Missed calls");

      assertThat(IntStream.of(1, 500, 501, 1_201))
          .allSatisfy(
              row ->
                  assertThat(sheet.getRow(row).getCell(1).getLocalDateTimeCellValue())
                      .isEqualTo(
                          LocalDateTime.ofInstant(
                              many.calls().get(row - 1).missedAt(), many.head().period().zone())));
    }
  }

  private WrittenReport written(Report report) {
    return WrittenReport.of(report, folder);
  }

  private static CallReport withCustomers(List<String> customers) {
    SampleDay day = new SampleDay();
    day.callbacks =
        new CallbackList(
            customers.stream()
                .map(
                    customer ->
                        SampleRows.waiting(
                            customer, "Sales", 1, "12:00", 9, MissedReason.NO_ANSWER))
                .toList(),
            List.of(),
            List.of());
    return day.report();
  }
}
