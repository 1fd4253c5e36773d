package org.superbill.coding.codingquery;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A question that asks for the answer it wants. Source: the practice brief, on leading queries. */
final class LeadingWording implements QueryRule {
    /** Asking to write something down, to agree, or to have it so. */
    private static final Pattern LEADING = wording(
            "(please|kindly) (add|agree|confirm that|change|amend|state that|indicate that|document that|consider (adding|documenting|whether to add))",
            "(please|kindly) (confirm|document|add|list) (a |an |the )?(diagnosis|presence) of",
            // told what to write, rather than asked: "please document sepsis", but not "please document the condition",
            // "… them", "… its stage"
            "(please|kindly) (document|record|note|add|list|include|code) (?!(the|any|your|whether|what|which|who|when|where|why|how|if|it|its|them|their|this|these|"
                    + "those|in|on|for|with|and|or|as|all|both|further|additional|more|clinical|also|below|here)\\b)[a-z]+",
            "(would|can|could|will) you (please )?(not )?(agree|concur)",
            "(don't|do not|wouldn't|would not) you (think|say|agree)",
            "(isn't|is|wasn't|was) (it|this|that) (not )?(true|correct|right|fair to say|safe to say|appropriate to (say|document|add)|reasonable to (say|document|add))",
            "(isn't|wasn't|aren't|weren't) (it|this|that|these|the patient)",
            "would it (not )?be (appropriate|correct|fair|reasonable|possible|safe) to",
            "you (should|must|need to|ought to|have to|may want to|might want to) (document|add|state|write|consider|include)",
            "(can|could|would|will) you (please )?(add|change|amend|consider (adding|documenting))",
            "(can|could|may|should) (we|i) (add|code|document|assume)",
            "we (need|want|would like|are looking for|were hoping for) (you|the (diagnosis|term|word)|a diagnosis of)",
            "(i|we) (believe|think|feel|suspect|assume)",
            "(it )?(appears|seems|looks) (that|like|as if|to be clear that|to have)",
            "(obviously|surely|undoubtedly|clearly|of course|as you know)",
            ", ?(right|correct|yes|no|agreed?)(?= ?\\?)",
            "(answer|respond|reply|mark|check|choose|select) (with )?(yes|no|the first option)",
            "(so that|in order that) (we|it|this) can be (coded|captured)",
            "(meets?|met) (the )?criteria for");

    /** The form of the practice brief's own example, where a yes/no query asks of what another report has; a wish anywhere else. */
    private static final Pattern AGREE = wording("do you (please )?(not )?(agree|concur)");

    /** An open question that can only be answered with yes or no puts the diagnosis into the provider's mouth. */
    private static final Pattern HAS_PATIENT = wording(
            "(does|did|do|doesn't|didn't) (the |this |your )?(patient|pt) (not )?(have|suffer|meet)",
            "(is|was|isn't|wasn't) (the |this |your )?(patient|pt) (not )?(suffering|diagnosed)",
            "(is|was|could|might) (this|it) (be )?((a|an) (case|instance|form) of|consistent with) ",
            "(has|had|hasn't) (the |this |your )?(patient|pt) (not )?(had|got|developed)",
            "(does|did|do|would) (this|these|that|it|they)( [a-z]+){0,2} (not )?(represent|indicate|mean|support|reflect) (?!what|which)");

    /** The same as a clause; with options to choose from it is no more than their introduction. */
    private static final Pattern WHETHER_PATIENT = wording(
            "(if|whether) (the |this |your )?(patient|pt) (has|had|have|meets|suffers|is suffering|was suffering|developed)(?! (a|an|any)\\b)");

    private static Pattern wording(String... phrases) {
        return Pattern.compile(
                "\\b(" + String.join("|", phrases) + ")\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    @Override
    public String id() {
        return "query-leads";
    }

    @Override
    public Stream<QueryFinding> check(QueryText text, QueryRecord about) {
        return Words.ofAsking(text, (pointer, words) -> findings(text, pointer, words))
                .flatMap(List::stream);
    }

    private List<QueryFinding> findings(QueryText text, String pointer, String words) {
        var agreed = text.form() == QueryForm.YES_NO && text.purpose() == QueryPurpose.DOCUMENTED_ELSEWHERE;
        if (LEADING.matcher(words).find() || !agreed && AGREE.matcher(words).find()) {
            return List.of(finding(
                    pointer,
                    "It asks for a certain answer",
                    "Say what the record shows and ask what it stands for, without a wish."));
        }
        var form = text.form();
        var isYesOrNo = form != QueryForm.YES_NO && HAS_PATIENT.matcher(words).find()
                || form == QueryForm.OPEN && WHETHER_PATIENT.matcher(words).find();
        return isYesOrNo
                ? List.of(
                        finding(
                                pointer,
                                "It can only be answered with yes or no",
                                "Ask what the findings stand for; a yes/no query is a form of its own, for documented diagnoses."))
                : List.of();
    }
}
