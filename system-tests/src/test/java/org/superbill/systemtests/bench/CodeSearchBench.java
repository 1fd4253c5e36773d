package org.superbill.systemtests.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.superbill.stack.StackException;
import org.superbill.systemtests.Gateway;
import org.superbill.systemtests.SuperbillSystem;
import org.superbill.systemtests.role.Facts;
import org.superbill.systemtests.role.Practice;

/**
 * How often the wanted code is among the first five, beside PostgreSQL's full-text search over the same descriptions; and how long a search takes through the gateway
 * with every code system and its history loaded, 50 a second whether or not the ones before are answered (so that waiting is counted).
 */
final class CodeSearchBench {
    private static final Path OFFICIAL = Path.of("../shared/data");

    /** In this order; one that does not say its release itself is loaded as "bench". */
    private static final List<String> FILES = List.of(
            "icd10/cms_2024_dx.zip",
            "icd10/cdc_april_2025_dx.zip",
            "icd10/cms_2024_pr.zip",
            "icd10/cms_2025_pr.zip",
            "icd10/cms_2026_pr.zip",
            "icd11/SimpleTabulation-ICD-11-MMS-en_2025-01.tsv.gz",
            "cms/hcpcs_modifiers.csv.gz",
            "cms/carc_rarc.csv.gz",
            "codes/place_of_service_2024.csv.gz",
            "codes/provider_taxonomy_2011.csv.gz");

    private static final String DAY = "2026-03-02";
    private static final int FIRST_RESULTS = 5;
    private static final int PER_SECOND = 50;
    private static final int WARMING_SECONDS = Integer.getInteger("warming", 20);
    private static final int SECONDS = Integer.getInteger("seconds", 30);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final SuperbillSystem system;
    private final String loader;
    private final String coder;
    private final Gateway coderGateway;

    CodeSearchBench(SuperbillSystem system) {
        this.system = system;
        var practice = Practice.opens(system, Facts.RIVERSIDE);
        var organization = UUID.fromString(practice.organizationId());
        this.loader = system.stack().tokens().system(organization, "code-release:load", "code:read");
        this.coder = system.stack().tokens().system(organization, "code:read");
        this.coderGateway = practice.as("coder");
    }

    void run(List<ReportingQueries.Query> queries) throws Exception {
        loadEverything();
        Bench.print("codes.search.queries", queries.size(), "queries");
        Bench.print("codes.search.top5", share(queries, this::found), "share");
        try (var postgres = new PostgresTextSearch(system.stack().postgres().connect("coding", "coding_owner"), DAY)) {
            Bench.print(
                    "codes.search.postgres_top5",
                    share(queries, query -> postgres.find(query, FIRST_RESULTS)),
                    "share");
        }
        inject(queries, WARMING_SECONDS);
        var nanos = inject(queries, SECONDS);
        Bench.print("codes.search.p50_ms", nanos[nanos.length / 2] / 1e6, "ms");
        Bench.print("codes.search.p99_ms", nanos[nanos.length * 99 / 100] / 1e6, "ms");
        Bench.print("codes.search.worst_ms", nanos[nanos.length - 1] / 1e6, "ms");
    }

    /** What a way of searching finds for a query. */
    private interface Finder {
        List<String> first(ReportingQueries.Query query) throws Exception;
    }

    private static double share(List<ReportingQueries.Query> queries, Finder finder) throws Exception {
        var answered = 0;
        for (var query : queries) {
            if (query.isAnsweredBy(finder.first(query))) {
                answered++;
            }
        }
        return (double) answered / queries.size();
    }

    private List<String> found(ReportingQueries.Query query) {
        var codes = new ArrayList<String>();
        coderGateway
                .peek(path(query) + "&limit=" + FIRST_RESULTS)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> codes.add(item.path("code").asText()));
        return codes;
    }

    private static String path(ReportingQueries.Query query) {
        return "/api/v1/codes/search?on=%s&q=%s%s"
                .formatted(
                        DAY,
                        URLEncoder.encode(query.text(), UTF_8),
                        query.system().isEmpty() ? "" : "&system=" + query.system());
    }

    /** @return nanoseconds from when each search was due until it was answered, ascending */
    private long[] inject(List<ReportingQueries.Query> queries, int seconds) {
        var pending = new ArrayList<CompletableFuture<Long>>();
        var start = System.nanoTime();
        for (var i = 0; i < seconds * PER_SECOND; i++) {
            var due = start + TimeUnit.SECONDS.toNanos(i) / PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var request =
                    request(path(queries.get(i % queries.size())), coder).GET().build();
            pending.add(http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(answer -> {
                if (answer.statusCode() != 200) {
                    throw new StackException("A search was answered " + answer.statusCode());
                }
                return System.nanoTime() - due;
            }));
        }
        return pending.stream().mapToLong(CompletableFuture::join).sorted().toArray();
    }

    private HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(URI.create(system.stack().gatewayUrl() + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token);
    }

    private void loadEverything() throws IOException, InterruptedException {
        for (var file : FILES) {
            var path = OFFICIAL.resolve(file);
            if (!Files.exists(path)) {
                System.out.println("Not loaded: there is no " + path);
                continue;
            }
            var answer = send(
                    "/api/v1/code-files",
                    Files.readAllBytes(path),
                    path.getFileName().toString());
            if (answer == null) {
                answer = send(
                        "/api/v1/code-files?release=bench&effectiveFrom=2024-01-01",
                        Files.readAllBytes(path),
                        path.getFileName().toString());
            }
            for (var release : Gateway.JSON
                    .readTree(answer == null ? new byte[] {'{', '}'} : answer)
                    .path("releases")) {
                send(
                        "/api/v1/code-systems/%s/releases/%s/activate"
                                .formatted(
                                        release.path("system").asText(),
                                        release.path("release").asText()),
                        "{}".getBytes(UTF_8),
                        "none");
            }
        }
        System.out.println("Waiting for the names of the new releases");
        LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(45));
    }

    /** @return null for a file that is not taken as it is */
    private byte @Nullable [] send(String path, byte[] body, String name) throws IOException, InterruptedException {
        var request = request(path, loader)
                .header("Content-Type", "application/octet-stream")
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        if (answer.statusCode() >= 300) {
            System.out.printf("%s: %d %s%n", name, answer.statusCode(), new String(answer.body(), UTF_8));
            return null;
        }
        return answer.body();
    }
}
