package org.superbill.billing.deposit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.ledger.Cents;
import org.superbill.servicekit.problem.FieldError;
import org.superbill.servicekit.problem.Problem;

/**
 * Reads a bank's file: NACHA with CCD+ or CTX addenda (the 94-character records of ACH), or CSV with a header that names {@code date},
 * {@code amount}, {@code description} and, where there are any, {@code addenda} and {@code check}. The reassociation trace stands in
 * the addenda as X12 writes it, TRN*1*trace*originator (CAQH CORE EFT and ERA Reassociation Rule). Pure.
 */
final class BankFile {
    private static final Pattern TRACE = Pattern.compile("TRN\\*1\\*([^*~\\\\]+)\\*([^*~\\\\]+)");
    private static final Pattern DOLLARS = Pattern.compile("\\$?(\\d{1,3}(,\\d{3})+|\\d+)(\\.\\d{1,2})?");
    private static final int RECORD = 94;
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int MOST_ERRORS = 20;
    /** Lines of a file, which are in memory together; more than any month of a practice has. */
    private static final int MOST_LINES = 200_000;

    private final List<BankLine> lines = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private int unreadable;

    /** ACH names the day on which the money will be there, and files come some days before it. */
    private static final int DAYS_AHEAD = 5;

    private final LocalDate today;

    private BankFile(LocalDate today) {
        this.today = today;
    }

    /** @throws Problem {@code BANK_FILE_INVALID} with the lines that cannot be read or are of days to come; then none is taken */
    static List<BankLine> read(byte[] bytes, LocalDate today) {
        var file = new BankFile(today);
        var text = new String(bytes, UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        if (text.startsWith("101")) {
            file.nacha(text.lines().limit(MOST_LINES + 1L).toList());
        } else {
            file.csv(text);
        }
        if (!file.errors.isEmpty()) {
            throw new Problem(
                    DepositProblem.BANK_FILE_INVALID,
                    "%d lines cannot be read".formatted(file.unreadable),
                    file.errors);
        }
        return List.copyOf(file.lines);
    }

    private void csv(String text) {
        var rows = CsvRows.of(text, MOST_LINES + 1L);
        if (rows.isEmpty()) {
            refused("/1", "empty", "The file has no line");
            return;
        }
        if (isTooLong(rows.size())) {
            return;
        }
        var header = rows.get(0).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (var needed : List.of("date", "amount", "description")) {
            if (!header.contains(needed)) {
                refused("/1", "column-missing", "The header names no column " + needed);
            }
        }
        if (!errors.isEmpty()) {
            return;
        }
        for (var number = 1; number < rows.size(); number++) {
            var row = rows.get(number);
            if (row.stream().allMatch(String::isBlank)) {
                continue;
            }
            try {
                var description = cell(row, header, "description");
                var addenda = cell(row, header, "addenda");
                var check = cell(row, header, "check");
                var on = LocalDate.parse(cell(row, header, "date"));
                if (on.isAfter(today)) {
                    refused("/" + (number + 1), "in-future", "A statement has no line of a day to come");
                    continue;
                }
                add(
                        on,
                        cents(cell(row, header, "amount")),
                        description,
                        addenda.isEmpty() ? description : addenda,
                        check.isEmpty() ? null : check);
            } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
                refused("/" + (number + 1), "unreadable", "The date or the amount of this line cannot be read");
            }
        }
    }

    private boolean isTooLong(int size) {
        if (size > MOST_LINES) {
            refused("/" + size, "too-many", "A file has at most %d lines".formatted(MOST_LINES));
        }
        return size > MOST_LINES;
    }

    private void refused(String pointer, String code, String message) {
        unreadable++;
        if (errors.size() < MOST_ERRORS) {
            errors.add(new FieldError(pointer, code, message));
        }
    }

    private static String cell(List<String> row, List<String> header, String name) {
        var at = header.indexOf(name);
        return at < 0 || at >= row.size() ? "" : row.get(at).strip();
    }

    /** Records: 5 a batch with its date, 6 an entry, 7 its addenda. */
    private void nacha(List<String> records) {
        if (isTooLong(records.size())) {
            return;
        }
        LocalDate on = null;
        String company = "";
        Entry entry = null;
        for (var number = 1; number <= records.size(); number++) {
            var record = records.get(number - 1);
            if (record.isBlank() || record.startsWith("9")) {
                continue;
            }
            try {
                if (record.length() < RECORD) {
                    throw new DateTimeException("short");
                }
                switch (record.charAt(0)) {
                    case '5' -> {
                        entry = finish(entry, on, company);
                        company = record.substring(4, 20).strip();
                        on = LocalDate.parse(record.substring(69, 75), SHORT_DATE);
                        if (on.isAfter(today.plusDays(DAYS_AHEAD))) {
                            refused("/" + number, "in-future", "The day of this batch is more than five days ahead");
                        }
                    }
                    case '6' -> {
                        finish(entry, on, company);
                        var debit = "27 37 47".contains(record.substring(1, 3));
                        var amount =
                                Cents.of(Long.parseLong(record.substring(29, 39).strip()));
                        entry = new Entry(debit ? amount.negated() : amount, new StringBuilder());
                    }
                    case '7' -> {
                        if (entry != null) {
                            entry.addenda().append(record.substring(3, 83).stripTrailing());
                        }
                    }
                    case '8' -> entry = finish(entry, on, company);
                    default -> {}
                }
            } catch (DateTimeException | NumberFormatException e) {
                refused("/" + number, "unreadable", "This record is not as NACHA writes it");
            }
        }
        finish(entry, on, company);
    }

    private record Entry(Cents amount, StringBuilder addenda) {}

    private @Nullable Entry finish(@Nullable Entry entry, @Nullable LocalDate on, String company) {
        if (entry != null && on != null) {
            add(on, entry.amount(), company, entry.addenda().toString(), null);
        }
        return null;
    }

    private void add(LocalDate on, Cents amount, String description, String addenda, @Nullable String check) {
        if (amount.isZero()) {
            return;
        }
        var trace = TRACE.matcher(addenda);
        if (trace.find()) {
            lines.add(new BankLine(
                    on,
                    amount,
                    description,
                    trace.group(1).strip(),
                    trace.group(2).strip()));
        } else {
            lines.add(new BankLine(on, amount, description, check, null));
        }
    }

    /** As American statements write it; in parentheses it is below zero. A comma that parts no thousands is a misreading waiting to happen. */
    private static Cents cents(String text) {
        var inParentheses = text.startsWith("(") && text.endsWith(")");
        var amount = inParentheses ? text.substring(1, text.length() - 1) : text.replaceFirst("^-", "");
        if (!DOLLARS.matcher(amount).matches()) {
            throw new NumberFormatException("No amount of dollars");
        }
        var dollars = Cents.ofDollars(new BigDecimal(amount.replace("$", "").replace(",", "")));
        return inParentheses || text.startsWith("-") ? dollars.negated() : dollars;
    }
}
