package org.superbill.billing.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.superbill.billing.connection.CrashingConnections;
import org.superbill.billing.connection.CrashingConnections.Moment;
import org.superbill.billing.testing.BillingStack;
import org.superbill.billing.testing.FakePayer;
import org.superbill.billing.testing.PartnerFolders;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.events.ClaimSubmitted;
import org.superbill.servicekit.testing.TestEvents;

/** A crash at any step neither loses a file nor doubles it, whichever way it goes and however fast the partner takes it away. */
@QuarkusTest
@BillingStack
class CrashTest {
    private TestEvents events;
    private Practice practice;
    private final List<String> collected = new ArrayList<>();

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

    static Stream<Arguments> everyMomentOfEveryWay() {
        return Stream.of("drop", "sftp", "payer-simulator")
                .flatMap(way -> Stream.of(Moment.values()).map(moment -> Arguments.of(way, moment)));
    }

    @ParameterizedTest
    @MethodSource("everyMomentOfEveryWay")
    void theFileIsThereOnce(String way, Moment moment) {
        if (!way.equals("payer-simulator")) {
            PartnerFolders.account(way, practice.organization);
        }
        var facts = practice.facts().through(way, "T");
        var claimId = practice.receivesClaim(facts);
        CrashingConnections.dies(practice.organization, moment, () -> collect(way));
        practice.submits(claimId);
        practice.awaits(claimId, "transport", "sent");
        assertThat(CrashingConnections.hasDied(practice.organization)).isTrue();
        collect(way);
        assertThat(collected).hasSize(1);
        assertThat(collected.get(0)).contains(practice.claim(claimId).getString("claimNumber"));
        assertThat(practice.get("/api/v1/submissions").getList("items")).hasSize(1);
        assertThat(practice.claim(claimId).getLong("money.insuranceBalanceCents"))
                .isEqualTo(175_00);
        var encounter = facts.encounter.encounterId().toString();
        events.await(ClaimSubmitted.class, encounter);
        assertThat(events.all(ClaimSubmitted.class, encounter)).hasSize(1);
    }

    private void collect(String way) {
        if (way.equals("payer-simulator")) {
            collected.clear();
            collected.addAll(FakePayer.received(practice.organization));
        } else {
            collected.addAll(PartnerFolders.collect(way, practice.organization));
        }
    }

    @Test
    void filesOfAFolderAreTakenInAndTakenAway() {
        for (var way : List.of("drop", "sftp")) {
            var facts = practice.facts().through(way, "T");
            PartnerFolders.account(way, practice.organization);
            var claimId = practice.receivesClaim(facts);
            practice.submits(claimId);
            practice.awaits(claimId, "transport", "sent");
            var number = practice.claim(claimId).getString("claimNumber");
            PartnerFolders.put(
                    way,
                    practice.organization,
                    UUID.randomUUID() + ".277",
                    PayerFiles.claimAcknowledgment(number, "A2:20", "PCN1"));
            practice.awaits(claimId, "transport", "accepted");
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                try (var left = Files.list(
                        PartnerFolders.account(way, practice.organization).resolve("outbound"))) {
                    return left.findAny().isEmpty();
                }
            });
        }
    }

    @Test
    void aTestClaimNeverGoesWhereProductionFilesGo() {
        PartnerFolders.account("production", practice.organization);
        var test = practice.receivesClaim(practice.facts().through("production", "T"));
        practice.submits(test);
        var back = practice.awaits(test, "transport", "edits-failed");
        assertThat(back.getString("findings[0].message")).contains("ISA15 T");
        assertThat(PartnerFolders.collect("production", practice.organization)).isEmpty();

        var real = practice.receivesClaim(practice.facts().through("production", "P"));
        practice.submits(real);
        practice.awaits(real, "transport", "sent");
        assertThat(PartnerFolders.collect("production", practice.organization))
                .singleElement()
                .satisfies(file ->
                        assertThat(PayerFiles.segment(file, "ISA").get(15)).isEqualTo("P"));
        assertThat(practice.get("/api/v1/submissions").getString("items[0].usageIndicator"))
                .isEqualTo("P");
    }
}
