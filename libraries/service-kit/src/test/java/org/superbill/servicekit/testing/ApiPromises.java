package org.superbill.servicekit.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.superbill.servicekit.audit.Audited;
import org.superbill.servicekit.revision.Revision;
import org.superbill.servicekit.security.Role;

/**
 * That what the API document says of demands and answers is so: each operation is called with what it says is enough, and with too
 * little. Nothing is changed by that, for a write that needs a key or a revision gets none here.
 */
abstract class ApiPromises {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final String KEY = "Idempotency-Key";
    private static final String IF_MATCH = "If-Match";
    private static final String[] SOME_REVISION = {IF_MATCH, "\"0\""};
    /** These only a token without an organization can have. */
    private static final Set<String> OF_THE_PLATFORM = Role.PLATFORM_ADMIN.permissions();

    /** Ids whose patients a service finds, see {@code PatientRows}. */
    private static final Set<String> LEADS = Set.of(
            "patientId",
            "encounterId",
            "coverageId",
            "caseId",
            "itemId",
            "claimId",
            "subjectId",
            "appealId",
            "refundId");

    private final String module;

    ApiPromises(String module) {
        this.module = module;
    }

    /** In whose name everything is called: one without any data. */
    protected UUID organization() {
        return UUID.randomUUID();
    }

    /** Operations, by their ids, that are in the audit trail and lead to no patient. */
    protected Set<String> aboutNoPatient() {
        return Set.of();
    }

    /** What the document has and the service does not answer itself. */
    protected Set<String> pathsServedElsewhere() throws IOException {
        return Set.of();
    }

    @Test
    void anIdempotencyKeyIsNeededWhereTheDocumentSaysSo() throws IOException {
        var wrong = new ArrayList<String>();
        var organization = organization();
        for (var operation : own()) {
            var said = operation.needsHeader(KEY);
            var needed = !operation.method().equals("GET")
                    && isProblem(
                            operation.call(enough(organization, operation), SOME_REVISION), "idempotency-key-missing");
            if (said != needed) {
                wrong.add(operation + (said ? " does not need one" : " needs one"));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void ifMatchIsNeededWhereTheDocumentSaysSo() throws IOException {
        var wrong = new ArrayList<String>();
        var organization = organization();
        var methods = methods();
        for (var operation : own()) {
            if (takesRevision(methods.get(operation.id()))) {
                var answer = operation.call(
                        enough(organization, operation), KEY, UUID.randomUUID().toString());
                if (operation.needsHeader(IF_MATCH) != isProblem(answer, "if-match-missing")) {
                    wrong.add(operation + " answers " + answer.statusCode());
                }
            } else if (operation.needsHeader(IF_MATCH)) {
                wrong.add(operation + " takes none");
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void aPermissionIsNeededWhereTheDocumentSaysSo() throws IOException {
        var wrong = new ArrayList<String>();
        var organization = organization();
        var every = everyPermission();
        for (var operation : own()) {
            var permissions = operation.permissions();
            if (permissions.isEmpty()) {
                if (operation.call(null).statusCode() == 401) {
                    wrong.add(operation + " needs a token");
                }
                continue;
            }
            if (!isProblem(operation.call(allBut(organization, permissions, every)), "forbidden")) {
                wrong.add(operation + " needs none of " + permissions);
            }
            for (var permission : permissions) {
                var answer = operation.call(with(organization, permission));
                if (isProblem(answer, "forbidden") || answer.statusCode() == 401) {
                    wrong.add(operation + " is not allowed by " + permission);
                }
            }
            assertThat(operation.operation().path("description").asText())
                    .as(operation.toString())
                    .contains('`' + permissions.get(0) + '`');
        }
        assertThat(wrong).isEmpty();
    }

    /**
     * Who has looked at a patient is one question: a call about patient data is answered with ids that lead to the patient, or is asked with one, so that
     * its record in the trail names the patient. What is about no patient, or says it in another way, is named here.
     */
    @Test
    void whatIsInTheAuditTrailLeadsToThePatientsWhomItIsAbout() throws IOException {
        var methods = methods();
        var leadNowhere = new TreeSet<String>();
        for (var operation : own()) {
            var method = methods.get(operation.id());
            if (method != null
                    && isAudited(method)
                    && !operation.names().stream().anyMatch(LEADS::contains)) {
                leadNowhere.add(operation.id());
            }
        }
        assertThat(leadNowhere).isEqualTo(new TreeSet<>(aboutNoPatient()));
    }

    private static boolean isAudited(Method method) {
        var audited = method.isAnnotationPresent(Audited.class)
                ? method.getAnnotation(Audited.class)
                : method.getDeclaringClass().getAnnotation(Audited.class);
        return audited != null && !audited.value().equals("patient");
    }

    @Test
    void rolesAreThoseThatHaveThePermission() throws IOException {
        assertThat(all()).allSatisfy(operation -> {
            assertThat(operation.permissions()).as(operation.toString()).allMatch(Role::isPermission);
            var roles = new ArrayList<String>();
            operation.operation().path("x-roles").forEach(role -> roles.add(role.asText()));
            assertThat(roles)
                    .as(operation.toString())
                    .containsExactlyElementsOf(Arrays.stream(Role.values())
                            .filter(role -> operation.permissions().stream().anyMatch(role.permissions()::contains))
                            .map(Role::text)
                            .toList());
        });
    }

    @Test
    void theAnswersHaveTheHeadersThatTheCodeWrites() throws IOException {
        var code = new AnswerCode();
        var methods = methods();
        var said = new TreeMap<String, Set<String>>();
        var written = new TreeMap<String, Set<String>>();
        for (var operation : own()) {
            var headers = new TreeSet<String>();
            operation.operation().path("responses").properties().forEach(answer -> {
                assertThat(operation.resolved(answer.getValue()).path("headers").has("X-Request-Id"))
                        .as("X-Request-Id of %s %s", operation, answer.getKey())
                        .isTrue();
                answer.getValue().path("headers").fieldNames().forEachRemaining(headers::add);
            });
            headers.retainAll(Set.of("ETag", "Location"));
            said.put(operation.toString(), headers);
            written.put(
                    operation.toString(),
                    methods.containsKey(operation.id())
                            ? new TreeSet<>(code.headers(methods.get(operation.id())))
                            : Set.of());
        }
        assertThat(said).isEqualTo(written);
    }

    @Test
    void whatGoesWrongIsAProblem() throws IOException {
        for (var operation : all()) {
            operation.operation().path("responses").properties().forEach(answer -> {
                if (!answer.getKey().startsWith("2") && !answer.getKey().startsWith("3")) {
                    var content = operation.resolved(answer.getValue()).path("content");
                    assertThat(content.size())
                            .as("%s %s", operation, answer.getKey())
                            .isOne();
                    assertThat(content.at("/application~1problem+json/schema/$ref")
                                    .asText())
                            .as("%s %s", operation, answer.getKey())
                            .isEqualTo("#/components/schemas/Problem");
                }
            });
        }
    }

    /** All that is documented, in the order of the document. */
    static List<DocumentedOperation> all() throws IOException {
        var document = document();
        var operations = new ArrayList<DocumentedOperation>();
        document.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new DocumentedOperation(
                                operation.getKey().toUpperCase(Locale.ROOT),
                                path.getKey(),
                                operation.getValue(),
                                document))
                        .forEach(operations::add));
        assertThat(operations).isNotEmpty();
        return operations;
    }

    static JsonNode document() throws IOException {
        return new ObjectMapper()
                .readTree(given().queryParam("format", "json").get("/openapi").asString());
    }

    private List<DocumentedOperation> own() throws IOException {
        var elsewhere = pathsServedElsewhere();
        return all().stream()
                .filter(operation -> !elsewhere.contains(operation.path()))
                .toList();
    }

    private static boolean isProblem(HttpResponse<String> answer, String slug) {
        return answer.statusCode() >= 400 && answer.body().contains("/problems/" + slug + '"');
    }

    private static boolean takesRevision(@Nullable Method method) {
        return method != null && List.of(method.getParameterTypes()).contains(Revision.class);
    }

    /** The methods of resources, by operationId. */
    private Map<String, Method> methods() throws IOException {
        var methods = new HashMap<String, Method>();
        for (var type : ServiceClasses.of(module)) {
            if (type.isAnnotationPresent(Path.class)) {
                for (var method : type.getDeclaredMethods()) {
                    var operation = method.getAnnotation(Operation.class);
                    if (operation != null) {
                        methods.put(operation.operationId(), method);
                    }
                }
            }
        }
        return methods;
    }

    /** Null where nobody is asked who they are. */
    private static @Nullable String enough(UUID organization, DocumentedOperation operation) {
        return operation.permissions().isEmpty()
                ? null
                : with(organization, operation.permissions().get(0));
    }

    private static String with(UUID organization, String permission) {
        return OF_THE_PLATFORM.contains(permission)
                ? TestTokens.platformAdmin()
                : TestTokens.system(organization, permission);
    }

    private static String allBut(UUID organization, List<String> permissions, Set<String> every) {
        return TestTokens.system(
                organization,
                every.stream()
                        .filter(permission -> !permissions.contains(permission))
                        .toArray(String[]::new));
    }

    /** All that a token of an organization can have. */
    private static Set<String> everyPermission() throws IOException {
        return Stream.concat(
                        Arrays.stream(Role.values()).flatMap(role -> role.permissions().stream()),
                        all().stream().flatMap(operation -> operation.permissions().stream()))
                .filter(permission -> !OF_THE_PLATFORM.contains(permission))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
