package org.superbill.billing.appeal;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.superbill.billing.testing.Facts;
import org.superbill.billing.testing.PayerFiles;
import org.superbill.billing.testing.Practice;
import org.superbill.servicekit.clock.Clocks;
import org.superbill.servicekit.testing.TestEvents;
import org.superbill.stack.FixedDay;

/** A payer has denied a line of 25.00 of a claim of 175.00. */
abstract class OfADeniedClaim {
    @Inject
    Clocks clocks;

    TestEvents events;
    Practice practice;
    String claimId;

    @BeforeEach
    void aLineWasDenied() {
        events = TestEvents.open();
        practice = new Practice(events);
        claimId = denied("CO*50*25", "");
    }

    @AfterEach
    void close() {
        clocks.moveTo(FixedDay.now());
        events.close();
    }

    String denied(String adjustment, String remark) {
        return denied(practice.facts(), adjustment, remark);
    }

    String denied(Facts facts, String adjustment, String remark) {
        var id = practice.receivesClaim(facts);
        practice.sends(id);
        var number = practice.claim(id).getString("claimNumber");
        var remittance = PayerFiles.remittance("T" + number)
                .on(yesterday())
                .claim(number, "1", "175", "150", "0", "PCN1")
                .patient()
                .line("99213", "150", "150", number + "L1")
                .line("87070", "25", "0", number + "L2", adjustment);
        practice.receives((remark.isEmpty() ? remittance : remittance.with("LQ*HE*" + remark)).text());
        return id;
    }

    /** From the payer's day on the days of an appeal count. */
    static String yesterday() {
        return FixedDay.DATE.minusDays(1).format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    String denialOf(String claim) {
        return practice.get("/api/v1/denials?claimId=" + claim).getString("items[0].id");
    }

    Response posts(String path, String body) {
        return practice.request("biller")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    JsonPath prepares(String denialId) {
        return posts("/api/v1/appeals", "{\"denialIds\":[\"%s\"],\"enclosures\":[\"Office note\"]}".formatted(denialId))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    String etag(String id) {
        return practice.request("biller").get("/api/v1/appeals/" + id).header("ETag");
    }

    JsonPath acts(String id, String action, String body, int status) {
        return practice.post("/api/v1/appeals/" + id + "/" + action, body, etag(id))
                .then()
                .statusCode(status)
                .extract()
                .jsonPath();
    }

    static String outcome(String outcome, LocalDate decidedOn, long recoveredCents) {
        return """
                {"outcome":"%s","decidedOn":"%s","recoveredCents":%d,"reason":"as the letter says"}""".formatted(outcome, decidedOn, recoveredCents);
    }
}
