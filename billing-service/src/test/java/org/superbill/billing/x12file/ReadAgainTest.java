package org.superbill.billing.x12file;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.ids.Sha256;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.LocalPostgres;

/** What an earlier release could not read is read when the same bytes come again; what it applied is left alone. */
@QuarkusTest
@BillingStack
class ReadAgainTest {
    LocalPostgres postgres;
    private TestEvents events;
    private Practice practice;

    @BeforeEach
    void open() {
        events = TestEvents.open();
        practice = new Practice(events);
    }

    @AfterEach
    void close() {
        assertThat(practice.booksAreCoherent()).isTrue();
        events.close();
    }

    private static PayerFiles.Remittance payment(String paid) {
        return PayerFiles.remittance("T" + UUID.randomUUID().toString().substring(0, 8))
                .claim("SOMEONE", "1", "100", paid, "0", "PCN9")
                .patient()
                .with("CAS*CO*45*" + (100 - Integer.parseInt(paid)));
    }

    /** As an earlier release left it. */
    private void cameBefore(String text, String state, String... results) throws SQLException {
        var outcomes = new StringBuilder();
        for (var result : results) {
            outcomes.append(outcomes.isEmpty() ? "" : ",")
                    .append("{\"kind\":\"835\",\"reference\":\"\",\"result\":\"%s\",\"message\":\"m\"}"
                            .formatted(result));
        }
        try (var connection = postgres.connect("billing", "billing_service");
                var statement = connection.createStatement()) {
            statement.execute("select set_config('app.organization', '%s', false)".formatted(practice.organization));
            statement.execute(
                    "insert into x12_file (id, organization_id, sha256, kind, state, source, size_bytes, received_at, outcomes) values ('%s', '%s', '%s', 'unknown', '%s', 'upload', 1, now(), '[%s]')"
                            .formatted(UUID.randomUUID(), practice.organization, Sha256.hex(text), state, outcomes));
        }
    }

    @Test
    void aFileThatWasRejectedIsAppliedWhenItCanBeRead() throws SQLException {
        var text = payment("60").text();
        cameBefore(text, "REJECTED", "rejected");
        var file = practice.uploads(text);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.jsonPath().getString("state")).isEqualTo("processed");
        assertThat(file.jsonPath().getString("kind")).isEqualTo("835");
        assertThat(file.jsonPath().getList("outcomes.result")).containsExactly("posted");
        assertThat(practice.account("cash")).isEqualTo(60_00);
        assertThat(practice.uploads(text).statusCode()).isEqualTo(200);
        assertThat(practice.account("cash")).isEqualTo(60_00);
    }

    @Test
    void onlyTheRejectedPartsOfAFileAreApplied() throws SQLException {
        var text = PayerFiles.file(payment("60"), payment("70"));
        cameBefore(text, "PARTLY_PROCESSED", "posted", "rejected");
        var file = practice.uploads(text).jsonPath();
        assertThat(file.getString("state")).isEqualTo("processed");
        assertThat(file.getString("outcomes[0].message")).isEqualTo("m");
        assertThat(practice.account("cash")).isEqualTo(70_00);
    }
}
