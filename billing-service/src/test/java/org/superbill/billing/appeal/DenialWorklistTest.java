package org.superbill.billing.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.superbill.billing.testing.BillingStack;

/** What is most worth of being contested comes first. */
@QuarkusTest
@BillingStack
class DenialWorklistTest extends OfADeniedClaim {
    @Test
    void theWorklistHasTheMostWorthFirstAndLeavesOutWhatCouldNotBeProcessed() {
        denied("CO*119*25", "");
        denied("CO*16*25", "MA130");
        var worklist = practice.get("/api/v1/denials/worklist");
        assertThat(worklist.getList("items.carc")).isEqualTo(List.of("50", "119"));
        assertThat(worklist.getLong("items[0].expectedCents")).isEqualTo(12_50);
        assertThat(worklist.getString("items[0].category")).isEqualTo("medical-necessity");
        assertThat(worklist.getString("items[0].appealDue")).isNotBlank();
        assertThat(practice.get("/api/v1/denials/worklist?unprocessable=true").getList("items"))
                .hasSize(3);
        var first = practice.get("/api/v1/denials/worklist?limit=1");
        assertThat(practice.get("/api/v1/denials/worklist?limit=1&cursor=" + first.getString("nextCursor"))
                        .getList("items.carc"))
                .isEqualTo(List.of("119"));
        var figures = practice.get("/api/v1/denials/figures?from=2020-01-01&to=2100-01-01");
        assertThat(figures.getInt("denials")).isEqualTo(2);
        assertThat(figures.getLong("amountCents")).isEqualTo(50_00);
    }
}
