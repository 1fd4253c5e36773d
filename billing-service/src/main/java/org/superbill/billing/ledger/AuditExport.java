package org.superbill.billing.ledger;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.siegmar.fastcsv.writer.CsvWriter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.superbill.billing.sql.Sql;

/** Writes the books out for an auditor, row after row: memory does not grow with them. */
@ApplicationScoped
class AuditExport {
    private static final int PATIENCE_SECONDS = 3_600;
    private static final List<String> COLUMNS = List.of(
            "entryId",
            "kind",
            "occurredOn",
            "bookedOn",
            "postedAt",
            "postedBy",
            "authority",
            "reversesEntryId",
            "memo",
            "sealPosition",
            "sealHash",
            "lineNumber",
            "account",
            "debitCents",
            "creditCents",
            "patientId",
            "claimId",
            "payerId",
            "remittanceId",
            "claimLine",
            "reason",
            "payerReference");
    private static final Set<String> WORDS_OF_THE_API = Set.of("kind", "account");
    private static final String LINES = """
            select entry.id, entry.kind, entry.occurred_on, entry.booked_on, to_char(entry.posted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   entry.posted_by, entry.authority, entry.reverses_entry_id, entry.memo, seal.position, encode(seal.hash, 'hex'),
                   line.line_number, line.account, greatest(line.amount_cents, 0), greatest(-line.amount_cents, 0),
                   line.patient_id, line.claim_id, line.payer_id, line.remittance_id, line.claim_line, line.reason, line.payer_reference
              from journal_entry entry
              join ledger_line line on line.organization_id = entry.organization_id and line.entry_id = entry.id
              left join ledger_seal seal on seal.organization_id = entry.organization_id and seal.entry_id = entry.id
             where entry.booked_on >= ?::date and entry.booked_on <= ?::date
             order by entry.id, line.line_number""";
    private static final String SEALED = """
            select seal.position, seal.hash, ledger_entry_content(entry)
              from ledger_seal seal
              join journal_entry entry on entry.organization_id = seal.organization_id and entry.id = seal.entry_id
             where entry.booked_on >= ?::date and entry.booked_on <= ?::date
            union all
            select seal.position, seal.hash, ledger_closing_content(period)
              from ledger_seal seal
              join ledger_period period on period.organization_id = seal.organization_id and period.through = seal.closing
             where seal.closing >= ?::date and seal.closing <= ?::date
             order by position""";
    private static final String UTC = "select set_config('TimeZone', 'UTC', true)";

    private final Sql sql;

    AuditExport(Sql sql) {
        this.sql = sql;
    }

    /** One row a line of an entry, those without a seal yet included, under a header. */
    void csv(LocalDate from, LocalDate to, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).run(() -> writeLines(from, to, out));
    }

    private void writeLines(LocalDate from, LocalDate to, OutputStream out) {
        try {
            var csv = CsvWriter.builder().build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            csv.writeRecord(COLUMNS);
            sql.each(LINES, row -> csv.writeRecord(cells(row)), from, to);
            csv.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        var cells = new ArrayList<String>();
        for (var column = 1; column <= COLUMNS.size(); column++) {
            var value = text(row.getString(column));
            cells.add(WORDS_OF_THE_API.contains(COLUMNS.get(column - 1)) ? wire(value) : value);
        }
        return cells;
    }

    private static String wire(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /**
     * One object a line for each sealed entry and closing, in the order of the chain: {@code position}, {@code hash} and {@code content}, the text
     * that was sealed. Whoever has all of them can follow the chain: hash = sha256(hash before, sha256(content)).
     */
    void seals(LocalDate from, LocalDate to, OutputStream out) {
        QuarkusTransaction.requiringNew().timeout(PATIENCE_SECONDS).run(() -> writeSeals(from, to, out));
    }

    private void writeSeals(LocalDate from, LocalDate to, OutputStream out) {
        sql.list(UTC, row -> true);
        try {
            var json = new JsonFactory().createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            sql.each(SEALED, row -> write(json, row), from, to, from, to);
            json.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(JsonGenerator json, ResultSet row) throws SQLException {
        try {
            json.writeStartObject();
            json.writeNumberField("position", row.getLong(1));
            json.writeStringField("hash", HexFormat.of().formatHex(row.getBytes(2)));
            json.writeStringField("content", row.getString(3));
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
