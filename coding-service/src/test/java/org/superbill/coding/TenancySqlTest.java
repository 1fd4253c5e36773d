package org.superbill.coding;

import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.superbill.events.EncounterCompleted;
import org.superbill.events.EncounterVoided;
import org.superbill.servicekit.testing.ServiceStack;
import org.superbill.servicekit.testing.TenancyRules;
import org.superbill.servicekit.testing.TestEvents;

@QuarkusTest
@WithTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "coding"))
class TenancySqlTest extends TenancyRules {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    private final UUID one = UUID.randomUUID();
    private final UUID other = UUID.randomUUID();

    TenancySqlTest() {
        super(
                "coding",
                "code_release",
                "code",
                "code_fact_edition",
                "code_fact",
                "code_table",
                "code_replacement",
                "code_map",
                "code_file_part",
                "code_index_release",
                "code_index_term");
    }

    @Test
    void withoutATenantNothingIsSeenAndWithOneOnlyItsOwn() throws SQLException {
        try (var events = TestEvents.open()) {
            for (var tenant : List.of(one, other)) {
                events.publish(tenant, completed(UUID.randomUUID()));
                events.publish(tenant, new EncounterVoided(UUID.randomUUID(), "entered in error"));
            }
            for (var tenant : List.of(one, other)) {
                await().atMost(Duration.ofSeconds(30)).until(() -> isThere(tenant, "coding_case", "voided_encounter"));
            }
        }

        assertKeptApart(List.of(one, other), "coding_case", "voided_encounter", "inbox", "inbox_sequence");
    }

    @Test
    void aRowOfAnotherTenantIsNotWritten() throws SQLException {
        assertRefused(
                one,
                "insert into voided_encounter (organization_id, encounter_id) values ('%s', gen_random_uuid())"
                        .formatted(other));
    }

    private boolean isThere(UUID tenant, String... tables) throws SQLException {
        try (var connection = as(tenant)) {
            for (var table : tables) {
                if (column(connection, "select organization_id from " + table).isEmpty()) {
                    return false;
                }
            }
            return true;
        }
    }

    private static EncounterCompleted completed(UUID encounter) {
        return new EncounterCompleted(
                encounter,
                1,
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                List.of(),
                DAY,
                List.of(new EncounterCompleted.Service(1, "90658", List.of(), BigDecimal.ONE, 42_00, DAY)));
    }
}
