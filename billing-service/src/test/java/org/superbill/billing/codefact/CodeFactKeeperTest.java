package org.superbill.billing.codefact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.superbill.coderules.CodeFacts;
import org.superbill.coderules.Terminology;
import org.superbill.servicekit.inbox.Failure;
import org.superbill.servicekit.problem.Problem;

/** Events come as soon as the service starts: no claim is checked with empty tables, and none is given up for them. */
class CodeFactKeeperTest {
    private static final LocalDate ON = LocalDate.parse("2026-03-02");

    private final SlowFiles files = new SlowFiles();
    private CodeFactKeeper keeper;

    /** A database that answers when it is let to. */
    private static final class SlowFiles extends FactFileStore {
        private final CountDownLatch answers = new CountDownLatch(1);
        private List<FactFile> kept = List.of(new FactFile("spans-hcpcs", "1"));

        SlowFiles() {
            super(null);
        }

        @Override
        List<FactFile> list() {
            try {
                answers.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return kept;
        }

        @Override
        byte[] content(String name) {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new GZIPOutputStream(bytes)) {
                zip.write("G0008\tB\t1900-01-01\t\t\n".getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }

    /** Nobody listens there. @param address absent where there is no coding-service at all */
    private void starts(Optional<String> address, Duration patience) {
        var json = new ObjectMapper();
        var none = Optional.<String>empty();
        var coding = new CodingService(
                address, new ServiceToken(Optional.of("token"), none, none, none, json), json, Duration.ofSeconds(1));
        keeper = new CodeFactKeeper(files, coding, Clock.systemUTC(), patience);
        keeper.start(new StartupEvent());
    }

    @AfterEach
    void stop() {
        files.answers.countDown();
        keeper.stop(new ShutdownEvent());
    }

    @Test
    void whoComesBeforeTheFilesAreReadWaitsForThem() throws Exception {
        starts(Optional.of("http://localhost:1"), Duration.ofSeconds(60));
        var asked = CompletableFuture.supplyAsync(keeper::current);
        TimeUnit.MILLISECONDS.sleep(200);
        assertThat(asked).isNotDone();
        files.answers.countDown();
        assertThat(asked.get(60, TimeUnit.SECONDS).find(Terminology.HCPCS, "G0008", ON))
                .matches(fact -> fact.valid());
    }

    @Test
    void whileCodingServiceWasNeverHeardAnEventComesAgain() {
        files.kept = List.of();
        files.answers.countDown();
        starts(Optional.of("http://localhost:1"), Duration.ofMillis(200));
        var refused = catchThrowable(keeper::current);
        assertThat(refused).isInstanceOf(Problem.class);
        assertThat(((Problem) refused).type()).isEqualTo(CodeFactProblem.CODE_FACTS_NOT_READY);
        assertThat(Failure.of(refused)).isEqualTo(Failure.PASSES); // nothing is dead-lettered
    }

    @Test
    void withoutACodingServiceCodesAreNotJudged() {
        files.kept = List.of();
        files.answers.countDown();
        starts(Optional.empty(), Duration.ofSeconds(60));
        assertThat(keeper.current()).isSameAs(CodeFacts.NONE);
    }
}
