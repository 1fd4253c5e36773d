package org.superbill.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.superbill.stack.StackException;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/**
 * How many codes a second go from an official file into the database and the search index: from the first byte sent until the answer to the activation, after which a
 * search finds them, while others read. A fiscal year of ICD-10-CM as CMS publishes it, or where that is absent one of the same size in invented words.
 */
final class CodeLoadBench {
    private static final Path OFFICIAL = Path.of("../shared/data/icd10/cms_2024_dx.zip");
    private static final int ROUNDS = Integer.getInteger("rounds", 3);
    private static final int READS_PER_SECOND = 20;
    private static final int INVENTED_CODES = 98_000;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration SETTLING = Duration.ofSeconds(10);
    private static final String RELEASE = "/api/v1/code-systems/icd-10-cm/releases/bench";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final String gateway;
    private final String token;
    private final Gateway coder;

    CodeLoadBench(SuperbillSystem system) {
        var practice = Practice.opens(system, Facts.RIVERSIDE);
        this.gateway = system.stack().gatewayUrl();
        this.token = system.stack()
                .tokens()
                .system(UUID.fromString(practice.organizationId()), "code-release:load", "code:read");
        this.coder = practice.as("coder");
    }

    void run() throws Exception {
        var file = Files.exists(OFFICIAL) ? Files.readAllBytes(OFFICIAL) : invented();
        System.out.println(Files.exists(OFFICIAL) ? "Loading " + OFFICIAL : "Loading invented codes: no " + OFFICIAL);
        var rates = new ArrayList<Double>();
        var reads = new ArrayList<Long>();
        for (var round = 0; round <= ROUNDS; round++) { // the first one warms up
            var stop = new AtomicBoolean();
            var readers = Executors.newSingleThreadExecutor();
            try {
                var reading = readers.submit(readsUntil(stop));
                var start = System.nanoTime();
                var loaded = post("/api/v1/code-files?release=bench&effectiveFrom=2023-10-01", file);
                post(RELEASE + "/activate", "{}".getBytes(UTF_8));
                var seconds = (System.nanoTime() - start) / 1e9;
                stop.set(true);
                var nanos = reading.get();
                var codes = Gateway.JSON.readTree(loaded).path("rows").asInt();
                if (round > 0) {
                    rates.add(codes / seconds);
                    reads.addAll(nanos);
                }
            } finally {
                readers.shutdownNow();
            }
            post(RELEASE + "/rollback", "{}".getBytes(UTF_8));
            LockSupport.parkNanos(SETTLING.toNanos()); // what follows from the rollback elsewhere is not part of a load
        }
        var sorted = rates.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Bench.print("codes.load.codes_per_s", sorted[sorted.length / 2], "1/s");
        Bench.print("codes.load.worst_codes_per_s", sorted[0], "1/s");
        var times = reads.stream().mapToLong(Long::longValue).sorted().toArray();
        Bench.print("codes.load.read_meanwhile_p99_ms", times[times.length * 99 / 100] / 1e6, "ms");
    }

    /** Others who read codes and search meanwhile; the nanoseconds that each read took. */
    private Callable<List<Long>> readsUntil(AtomicBoolean stop) {
        return () -> {
            var nanos = new ArrayList<Long>();
            while (!stop.get()) {
                var start = System.nanoTime();
                coder.peek(
                                nanos.size() % 2 == 0
                                        ? "/api/v1/codes/icd-10-cm/J06.9?on=2026-03-02"
                                        : "/api/v1/codes/search?q=flu%20vaccination&system=icd-10-cm&on=2026-03-02")
                        .expect(200);
                var took = System.nanoTime() - start;
                nanos.add(took);
                LockSupport.parkNanos(Math.max(0, 1_000_000_000L / READS_PER_SECOND - took));
            }
            return nanos;
        };
    }

    private byte[] post(String path, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(gateway + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            throw new StackException(
                    "%s was answered %d %s".formatted(path, answer.statusCode(), new String(answer.body(), UTF_8)));
        }
        return answer.body();
    }

    /** An order file of codes that there are not, in the words of diagnoses. */
    private static byte[] invented() throws IOException {
        var random = new Random(5);
        var words = List.of(
                "acute",
                "chronic",
                "fracture",
                "pain",
                "left",
                "right",
                "disorder",
                "unspecified",
                "initial",
                "encounter",
                "of",
                "with",
                "without",
                "upper",
                "lower",
                "knee",
                "arm",
                "bone",
                "infection",
                "due",
                "to");
        var text = new StringBuilder();
        var codes = new String[INVENTED_CODES];
        for (var i = 0; i < codes.length; i++) {
            codes[i] = "%c%02d%04d".formatted('A' + i / 4_000, i / 40 % 100, i % 10_000);
        }
        Arrays.sort(codes);
        for (var i = 0; i < codes.length; i++) {
            var words8 = new ArrayList<String>();
            random.ints(8, 0, words.size()).forEach(word -> words8.add(words.get(word)));
            var display = String.join(" ", words8);
            text.append("%05d %-7s 1 %-60.60s %s%n".formatted(i + 1, codes[i], display, display));
        }
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("icd10cm_order_2024.txt"));
            zip.write(text.toString().getBytes(UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
