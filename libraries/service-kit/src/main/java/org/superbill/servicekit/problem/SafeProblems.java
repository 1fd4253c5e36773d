package org.superbill.servicekit.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URISyntaxException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * Every problem passes here on its way out, whoever made it: what the libraries wrote is replaced by our own type, title and
 * detail, so that neither answer nor log quotes a value or SQL. It logs instead of the library, whose log category is off.
 */
@ApplicationScoped
public class SafeProblems implements ProblemPostProcessor {

    private static final Logger LOG = Logger.getLogger("org.superbill.problem");
    private static final int BEFORE_ALL_OTHERS = 1000;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int SERVER_ERROR = 500;

    @Override
    public int priority() {
        return BEFORE_ALL_OTHERS;
    }

    @Override
    public HttpProblem apply(HttpProblem found, ProblemContext context) {
        var ours = Diagnosis.of(context.cause)
                .or(() -> WrongParameter.problem(context.cause))
                .or(() -> Diagnosis.ofStatus(found.getStatusCode()));
        var status = ours.map(Problem::getStatusCode).orElse(found.getStatusCode());
        log(status, ours.map(problem -> problem.type().slug()).orElse("about:blank"), context.cause);
        var answer = HttpProblem.builder()
                .withType(ours.map(HttpProblem::getType).orElse(URI.create("about:blank")))
                .withTitle(ours.map(HttpProblem::getTitle).orElse(String.valueOf(found.getTitle())))
                .withStatus(status)
                .withDetail(ours.map(HttpProblem::getDetail).orElse("The request was refused"))
                .withInstance(instance(context.path));
        found.getHeaders().forEach(answer::withHeader);
        ours.ifPresent(problem -> {
            problem.getHeaders().forEach(answer::withHeader);
            problem.getParameters().forEach(answer::with);
        });
        if (status == METHOD_NOT_ALLOWED) {
            answer.withHeader(HttpHeaders.ALLOW, AllowedMethods.of(CurrentRequestManager.get()));
        }
        return answer.build();
    }

    /** The path comes decoded: what an address cannot have, a blank for instance, is encoded again. */
    private static URI instance(String path) {
        try {
            return new URI(null, null, path, null);
        } catch (URISyntaxException e) {
            return URI.create("/");
        }
    }

    private static void log(int status, String type, Throwable cause) {
        if (status >= SERVER_ERROR) {
            LOG.errorf(WithoutMessages.of(cause), "%d %s", status, type);
        } else {
            LOG.infof("%d %s", status, type);
        }
    }
}
