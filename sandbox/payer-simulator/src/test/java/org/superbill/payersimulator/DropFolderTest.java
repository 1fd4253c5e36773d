package org.superbill.payersimulator;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.superbill.x12.Transaction;
import org.superbill.x12.X12File;
import org.superbill.x12.claimstatus.ClaimAcknowledgment;
import org.superbill.x12.remittance.RemittanceAdvice;

/** Files that are moved into the inbox of an account, and what comes of them. */
@QuarkusTest
@TestProfile(ClaimToPaymentTest.OwnState.class)
class DropFolderTest {
    private final String account = UUID.randomUUID().toString();

    @ConfigProperty(name = "superbill.state-directory")
    Path state;

    private Path inbox;

    @BeforeEach
    void makeInbox() throws IOException {
        inbox = Files.createDirectories(
                state.resolve("accounts").resolve(account).resolve("inbound"));
    }

    @Test
    void anInterchangeIsTakenAnsweredAndPaid() throws IOException {
        drop("claims.837", ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        await().atMost(Duration.ofSeconds(20)).until(() -> answers().size() == 2);
        assertThat(kinds()).containsExactly("999", "277CA");
        inboxEmpties();
        assertThat(ClaimAcknowledgment.of(read(answers().get(1)))
                        .claims()
                        .get(0)
                        .isAccepted())
                .isTrue();

        given().contentType("application/json")
                .body("{\"advanceDays\": 1}")
                .post("/clock")
                .then()
                .statusCode(200);
        assertThat(kinds()).containsExactly("999", "277CA", "835");
        assertThat(RemittanceAdvice.of(read(answers().get(2))).claims().get(0).patientControlNumber())
                .isEqualTo("C1");
    }

    @Test
    void aFileStillBeingWrittenIsLeftAlone() throws IOException {
        drop("late.837.tmp", ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        drop("later.837.part", ClaimToPaymentTest.claim("C4", "W123", "1", ""));
        drop("later.837.filepart", ClaimToPaymentTest.claim("C5", "W123", "1", ""));
        drop(".hidden", ClaimToPaymentTest.claim("C2", "W123", "1", ""));
        drop("sentinel.837", ClaimToPaymentTest.claim("C3", "W123", "1", "")); // is looked at after them
        await().atMost(Duration.ofSeconds(20)).until(() -> answers().size() == 2);
        assertThat(inbox).isDirectoryContaining("glob:**/late.837.tmp").isDirectoryContaining("glob:**/.hidden");
        assertThat(Files.list(inbox)).hasSize(4);

        Files.move(inbox.resolve("late.837.tmp"), inbox.resolve("late.837"));
        await().atMost(Duration.ofSeconds(20)).until(() -> answers().size() == 4);
    }

    @Test
    void whatIsNoX12IsRefusedAndHoldsNothingUp() throws IOException {
        var refused = refused(account).resolve("a letter.837");
        for (var letter : List.of("Dear payer,", "Dear payer, once more:")) {
            drop("a letter.837", letter);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> Files.exists(refused)
                            && Files.readString(refused, US_ASCII).equals(letter));
        }
        assertThat(refused.resolveSibling("a letter.837.reason.txt"))
                .hasContent("There is no readable interchange in the file");
        assertThat(answers()).isEmpty();
        drop("claims.837", ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        await().atMost(Duration.ofSeconds(20)).until(() -> answers().size() == 2);
        inboxEmpties();
    }

    @Test
    void aFileThatCannotBeTakenHoldsNobodyUp() throws IOException {
        // accounts come in the order of their names: this one before the test's own
        var poisoned = state.resolve("accounts").resolve("0-" + account).resolve("inbound");
        Files.createDirectories(poisoned.resolve("a folder.837"));
        try (var sparse = new RandomAccessFile(poisoned.resolve("too much.837").toFile(), "rw")) {
            sparse.setLength(3L << 30); // more than an array can have
        }
        drop("claims.837", ClaimToPaymentTest.claim("C1", "W123", "1", ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> answers().size() == 2);
        assertThat(refused("0-" + account)).isDirectoryContaining("glob:**/too much.837");
        Files.delete(refused("0-" + account).resolve("too much.837"));
    }

    @Test
    void aClaimWithoutItsMemberIsRejectedInThe999() throws IOException {
        drop("claims.837", ClaimToPaymentTest.claim("C1", "W123", "1", "").replaceFirst("NM1\\*IL[^~]*~", ""));
        await().atMost(Duration.ofSeconds(60)).until(() -> answers().size() == 1);
        assertThat(kinds()).containsExactly("999");
        inboxEmpties();
    }

    @Test
    void aClaimOfADayThatIsNoneIsRejectedInThe999() throws IOException {
        drop(
                "claims.837",
                ClaimToPaymentTest.claim("C1", "W123", "1", "").replace("472*D8*20260302", "472*D8*20260231"));
        await().atMost(Duration.ofSeconds(60)).until(() -> answers().size() == 1);
        assertThat(Files.readString(answers().get(0), US_ASCII)).contains("IK4*3*1251*8*20260231~", "AK9*R*1*1*0~");
        inboxEmpties();
    }

    private Path refused(String name) {
        return state.resolve("accounts").resolve(name).resolve("refused");
    }

    /** A file leaves it after its answers are there. */
    private void inboxEmpties() {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(inbox).isEmptyDirectory());
    }

    /** Written elsewhere and moved in whole, as the README says. */
    private void drop(String name, String content) throws IOException {
        var written = Files.writeString(state.resolve(UUID.randomUUID().toString()), content, US_ASCII);
        Files.move(written, inbox.resolve(name));
    }

    private List<String> kinds() throws IOException {
        return answers().stream()
                .map(file -> file.getFileName().toString())
                .map(name -> name.substring(name.indexOf('.') + 1))
                .toList();
    }

    private List<Path> answers() throws IOException {
        var outbox = state.resolve("accounts").resolve(account).resolve("outbound");
        if (!Files.exists(outbox)) {
            return List.of();
        }
        try (var files = Files.list(outbox)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Transaction read(Path file) throws IOException {
        return X12File.read(new ByteArrayInputStream(Files.readAllBytes(file)))
                .transactions()
                .get(0);
    }
}
