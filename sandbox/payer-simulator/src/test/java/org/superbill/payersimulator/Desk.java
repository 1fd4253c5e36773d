package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12Error;
import org.superbill.x12.X12File;
import org.superbill.x12.check.Checker;
import org.superbill.x12.check.SnipLevel;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.claimstatus.StatusCode;

/** A sender at an account of its own: what it leaves, and what it finds. */
final class Desk {
    private static final AtomicInteger INTERCHANGES = new AtomicInteger();

    private final String account = UUID.randomUUID().toString();

    /** ISA13, used once. */
    static String nextInterchange() {
        return "%09d".formatted(INTERCHANGES.incrementAndGet());
    }

    String account() {
        return account;
    }

    /** One transaction set in an envelope, written by the sender on a day. @param segments between ST and SE, one a line */
    void leave(String group, String version, String set, String writtenOn, String segments) {
        var body = segments.strip().replace("\n", "~\n") + "~";
        var interchange = nextInterchange();
        var file = """
                ISA*00*          *00*          *ZZ*RFM001         *ZZ*66666          *%s*1200*^*00501*%s*0*T*:~
                GS*%s*RFM001*66666*%s*1200*1*X*%s~
                ST*%s*0001*%s~
                %s
                SE*%d*0001~
                GE*1*1~
                IEA*1*%s~
                """.formatted(
                        writtenOn.substring(2),
                        interchange,
                        group,
                        writtenOn,
                        version,
                        set,
                        version,
                        body,
                        body.lines().count() + 2,
                        interchange);
        leave(file);
    }

    void leave(String x12) {
        given().contentType("application/edi-x12")
                .body(x12.getBytes(StandardCharsets.US_ASCII))
                .post("/mailboxes/{account}/inbound", account)
                .then()
                .statusCode(202);
    }

    List<String> kinds() {
        return given().get("/mailboxes/{account}/files", account).jsonPath().getList("files.kind");
    }

    /** The files of a kind, oldest first. */
    List<String> texts(String kind) {
        return given()
                .get("/mailboxes/{account}/files", account)
                .jsonPath()
                .<String>getList("files.findAll { it.kind == '" + kind + "' }.id")
                .stream()
                .map(id -> given().get("/mailboxes/{account}/files/{id}", account, id)
                        .asByteArray())
                .map(bytes -> new String(bytes, StandardCharsets.US_ASCII))
                .toList();
    }

    /** STC01, STC10 and STC11 of each claim in the newest 277CA. */
    List<List<StatusCode>> statuses() {
        return ClaimAcknowledgment.of(newest("277CA")).claims().stream()
                .map(claim -> claim.statuses().get(0).codes())
                .toList();
    }

    /** The newest of a kind, in which the guide and its rules find nothing wrong. */
    Transaction newest(String kind) {
        var files = texts(kind);
        var bytes = files.get(files.size() - 1).getBytes(StandardCharsets.US_ASCII);
        try {
            var wrong = new ArrayList<X12Error>();
            Checker.upTo(SnipLevel.SITUATION).check(new ByteArrayInputStream(bytes), wrong::add);
            wrong.removeIf(X12Error::isWarning); // an answer repeats the wrong NPI that it refuses
            assertThat(wrong).as(new String(bytes, StandardCharsets.US_ASCII)).isEmpty();
            return X12File.read(new ByteArrayInputStream(bytes)).transactions().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One day after the other, each with its payments. */
    static void pass(int days) {
        for (var day = 0; day < days; day++) {
            given().contentType("application/json")
                    .body("{\"advanceDays\": 1}")
                    .post("/clock")
                    .then()
                    .statusCode(200);
        }
    }
}
