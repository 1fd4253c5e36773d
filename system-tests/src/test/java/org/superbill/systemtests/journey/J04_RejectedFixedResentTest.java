package org.superbill.systemtests.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.superbill.systemtests.Kafka;
import org.superbill.systemtests.RunningSystem;
import org.superbill.systemtests.SuperbillSystem;

/** What was rejected was never adjudicated: the fixed claim is a new one. */
@ExtendWith(RunningSystem.class)
@DisplayName("4. Rejected, fixed, resent")
class J04_RejectedFixedResentTest {

    @Test
    void theFixedClaimIsSentAsANewOneAndAccepted(SuperbillSystem system) {
        var practice = FluShot.opens(system);
        var visit = OfficeVisit.takesPlaceAndIsCoded(practice, "W10000R21");
        var biller = practice.biller();
        var claimId = biller.receivesClaim(visit);
        biller.submits(claimId);

        var rejected = biller.seesTransport(claimId, "rejected");
        assertThat(rejected.path("adjudication").asText()).isEqualTo("none");
        assertThat(rejected.at("/owner/role").asText()).isEqualTo("biller");
        var rejection = rejected.path("rejections").get(0);
        assertThat(rejection.path("code").asText()).isEqualTo("A7:164");
        assertThat(rejection.path("entity").asText()).isEqualTo("IL");
        assertThat(rejection.path("pointer").asText()).isEqualTo("/coverage/memberId");
        assertThat(rejection.path("message").asText()).containsIgnoringCase("member");
        system.narrator().fact("rejected: " + rejection.path("message").asText());

        practice.clinic().correctsMemberId(visit, "W100001234");
        practice.tellsEvents(visit.coverageId(), "coverage-changed", "coverage-changed");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> practice.events(visit.coverageId()).size() == 2 && new Kafka(system).lag() == 0);
        biller.corrects(claimId);
        assertThat(biller.claim(claimId).at("/coverage/memberId").asText())
                .as("the version is built of the corrected coverage")
                .isEqualTo("W100001234");
        biller.submits(claimId);
        biller.seesTransport(claimId, "accepted");
        var resent = biller.x12(claimId);
        assertThat(resent).contains(":B:1*").doesNotContain("REF*F8").contains("*MI*W100001234~");
        assertThat(biller.claim(claimId).path("claimNumber").asText())
                .isNotEqualTo(rejected.path("claimNumber").asText());
        practice.books().areCoherent();
    }
}
