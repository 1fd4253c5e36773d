package org.superbill.payersimulator.adjudication;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.List;

/** The published rules. */
@Path("/rules")
class RulesResource {

    @GET
    public List<Rule> rules() {
        return Arrays.stream(Scenario.values())
                .map(scenario -> new Rule(scenario.memberIdSuffix(), scenario.effect()))
                .toList();
    }

    /** @param memberIdEndsWith empty: every other claim */
    record Rule(String memberIdEndsWith, String effect) {}
}
