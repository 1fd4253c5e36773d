package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.superbill.payersimulator.claims.PayerClaims;
import org.superbill.payersimulator.clock.PayerClock;
import org.superbill.payersimulator.payment.TestPayments;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12File;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.claimstatus.StatusCode;
import org.superbill.x12.remittance.RemittanceAdvice;
import org.superbill.x12.remittance.RemittanceBalance;

@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
public class ClaimToPaymentTest {
    static final String SFTP_PASSWORD = "open sesame";

    @Inject
    PayerClock clock;

    @Inject
    PayerClaims claims;

    @Inject
    TestPayments payments;

    private String account = UUID.randomUUID().toString();

    @Test
    void aClaimIsAcknowledgedAtOnceAndPaidOnTheNextDay() {
        leave(claim("C1", "W123", "1", ""));
        assertThat(kinds()).containsExactly("999", "277CA");
        var status = ClaimAcknowledgment.of(file("277CA")).claims().get(0);
        assertThat(status.isAccepted()).isTrue();
        assertThat(status.patientControlNumber()).isEqualTo("C1");

        nextDay();
        var remittance = RemittanceAdvice.of(file("835"));
        assertThat(RemittanceBalance.check(remittance)).isEmpty();
        assertThat(remittance.payment().amount()).isEqualByComparingTo("100");
        assertThat(remittance.claims().get(0).payerClaimControlNumber()).isEqualTo(status.reference("1K"));
        nextDay();
        assertThat(kinds()).containsExactly("999", "277CA", "835");
    }

    /** What a kill between payment and delivery leaves: the store has the file, the mailbox has not. */
    @Test
    void aRemittanceThatDidNotGetToItsMailboxGetsThereLater() {
        var today = clock.today();
        claims.together(() -> claims.send(today, account, "ISA".getBytes(StandardCharsets.US_ASCII)));
        payments.run();
        payments.run();
        assertThat(kinds()).containsExactly("835");
    }

    /** An account's name may have any sign that separates names elsewhere. */
    @Test
    void aRemittanceThatFollowsFindsItsAccount() {
        account = "of_two_" + account;
        leave(claim("C1", "W123XD1", "1", ""));
        nextDay();
        nextDay();
        assertThat(kinds()).containsExactly("999", "277CA", "835", "835");
    }

    @Test
    void aServiceAfterTheDayOfItsFileIsRejectedAndMovesNoClock() {
        var before = clock.today();
        var tomorrow = before.plusDays(1).toString().replace("-", "");
        leave(claim("C1", "W123", "1", "").replace("*D8*20260302", "*D8*" + tomorrow));
        assertThat(clock.today()).isEqualTo(before);
        var status = ClaimAcknowledgment.of(file("277CA")).claims().get(0);
        assertThat(status.isRejected()).isTrue();
        assertThat(status.statuses().get(0).codes())
                .containsExactly(StatusCode.of("A7", "510"), StatusCode.of("A7", "187"));
        nextDay();
        assertThat(kinds()).containsExactly("999", "277CA");
    }

    @Test
    void theSameFileIsTakenOnce() {
        var claim = claim("C1", "W123", "1", "");
        assertThat(leave(claim)).isEqualTo(leave(claim));
        assertThat(kinds()).containsExactly("999", "277CA");
    }

    @Test
    void aRejectedClaimIsNeverPaid() {
        leave(claim("C1", "W123R21", "1", ""));
        var status = ClaimAcknowledgment.of(file("277CA")).claims().get(0);
        assertThat(status.isRejected()).isTrue();
        nextDay();
        assertThat(kinds()).containsExactly("999", "277CA");
    }

    @Test
    void aReplacementTakesTheFirstPaymentBackAndPaysAnew() {
        leave(claim("C1", "W123D16", "1", ""));
        var number = ClaimAcknowledgment.of(file("277CA")).claims().get(0).reference("1K");
        nextDay();
        assertThat(RemittanceAdvice.of(file("835")).payment().amount()).isEqualByComparingTo("0");
        leave(claim("C2", "W123D16", "7", "REF*F8*" + number + "~"));
        nextDay();
        var remittance = RemittanceAdvice.of(file("835"));
        assertThat(RemittanceBalance.check(remittance)).isEmpty();
        assertThat(remittance.claims()).hasSize(2);
        assertThat(remittance.claims().get(0).isReversal()).isTrue();
        assertThat(remittance.claims().get(0).patientControlNumber()).isEqualTo("C1");
        assertThat(remittance.claims().get(1).paidAmount()).isEqualByComparingTo("100");
    }

    @Test
    void aReplacementOfAnUnknownClaimIsRejected() {
        leave(claim("C2", "W123", "7", "REF*F8*PS999~"));
        assertThat(ClaimAcknowledgment.of(file("277CA")).claims().get(0).isRejected())
                .isTrue();
    }

    @Test
    void aGroupOrAnInterchangeIsRefusedWhenTheMemberIdAsksForIt() {
        leave(claim("C1", "W1X999", "1", ""));
        assertThat(kinds()).containsExactly("999");
        leave(claim("C2", "W1XTA1", "1", ""));
        assertThat(kinds()).containsExactly("999", "TA1");
    }

    @Test
    void whatIsNoX12IsABadRequest() {
        given().contentType("application/edi-x12")
                .body("nonsense".getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", account)
                .then()
                .statusCode(400);
        given().contentType("application/edi-x12")
                .body("nonsense".getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", "..%2Fescape")
                .then()
                .statusCode(400);
    }

    @Test
    void whatIsAcknowledgedIsGone() {
        leave(claim("C1", "W123", "1", ""));
        for (var id :
                given().get("/mailboxes/{account}/files", account).jsonPath().<String>getList("files.id")) {
            given().delete("/mailboxes/{account}/files/{id}", account, id)
                    .then()
                    .statusCode(204);
        }
        assertThat(kinds()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2001-01-01", "3000-01-01", "+999999999-12-31"})
    void theClockDoesNotGoBackNorWhereItCouldNotComeBackFrom(String day) {
        given().contentType("application/json")
                .body("{\"now\": \"%s\"}".formatted(day))
                .post("/clock")
                .then()
                .statusCode(400);
    }

    private String leave(String x12) {
        return given().contentType("application/edi-x12")
                .body(x12.getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", account)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void nextDay() {
        given().contentType("application/json")
                .body("{\"advanceDays\": 1}")
                .post("/clock")
                .then()
                .statusCode(200);
    }

    private List<String> kinds() {
        return given().get("/mailboxes/{account}/files", account).jsonPath().getList("files.kind");
    }

    /** The newest of a kind. */
    private Transaction file(String kind) {
        var files = given().get("/mailboxes/{account}/files", account)
                .jsonPath()
                .<String>getList("files.findAll { it.kind == '" + kind + "' }.id");
        var bytes = given().get("/mailboxes/{account}/files/{id}", account, files.get(files.size() - 1))
                .asByteArray();
        try {
            return X12File.read(new ByteArrayInputStream(bytes)).transactions().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each in an interchange of its own. */
    public static String claim(String number, String memberId, String frequency, String references) {
        var interchange = Desk.nextInterchange();
        return """
                ISA*00*          *00*          *ZZ*RFM001         *ZZ*66666          *260302*1200*^*00501*%s*0*T*:~
                GS*HC*RFM001*66666*20260302*1200*1*X*005010X222A1~
                ST*837*0001*005010X222A1~
                BHT*0019*00*B1*20260302*1200*CH~
                NM1*41*2*RIVERSIDE*****46*RFM001~
                PER*IC*PAT LEDGER*TE*2175550100~
                NM1*40*2*PRAIRIE HEALTH PLAN*****46*66666~
                HL*1**20*1~
                NM1*85*2*RIVERSIDE*****XX*1234567893~
                N3*10 RIVER ROAD~
                N4*SPRINGFIELD*IL*627010001~
                REF*EI*123456789~
                HL*2*1*22*0~
                SBR*P*18*******CI~
                NM1*IL*1*LOPEZ*MARIA****MI*%s~
                N3*7 ELM STREET~
                N4*SPRINGFIELD*IL*62701~
                DMG*D8*19840712*F~
                NM1*PR*2*PRAIRIE HEALTH PLAN*****PI*66666~
                CLM*%s*150***11:B:%s*Y*A*Y*Y~
                %sHI*ABK:J029~
                LX*1~
                SV1*HC:99213*150*UN*1***1~
                DTP*472*D8*20260302~
                REF*6R*%s-1~
                SE*%d*0001~
                GE*1*1~
                IEA*1*%s~
                """.formatted(
                        interchange,
                        memberId,
                        number,
                        frequency,
                        references,
                        number,
                        references.isEmpty() ? 24 : 25,
                        interchange)
                .replace("\n", "");
    }

    /** A state directory and a port for SFTP of the tests' own; one for all, so that the simulator starts once. */
    public static class OwnState implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try (var free = new ServerSocket(0)) {
                return Map.of(
                        "superbill.state-directory",
                        Files.createTempDirectory("payer-simulator").toString(),
                        "superbill.payer.sftp.port",
                        Integer.toString(free.getLocalPort()),
                        "superbill.payer.sftp.password",
                        SFTP_PASSWORD);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
