package org.superbill.billing.editrule;

import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelVariableResolver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A condition in CEL (Common Expression Language), compiled and type-checked: it has no loops but those over what it is given, and those are counted, so that every
 * evaluation ends, and all of one claim together ({@link EvaluationSteps}); see {@link ConditionLimits} for what is refused besides. Immutable.
 */
final class Condition {
    /** Steps of all loops of one evaluation together; a claim has at most 999 lines. */
    private static final int MOST_STEPS = 20_000;

    private static final int LONGEST = 4_000;
    private static final int DEEPEST = 50;
    /** Instructions of a compiled pattern: a long one is asked for some thousand of them. */
    private static final int LARGEST_PATTERN = 5_000;

    private static final CelOptions OPTIONS = CelOptions.current()
            .comprehensionMaxIterations(MOST_STEPS)
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(DEEPEST)
            .maxRegexProgramSize(LARGEST_PATTERN)
            .enableHiddenAccumulatorVar(true)
            .build();
    private static final CelCompiler OF_CLAIMS = compiler(false);
    private static final CelCompiler OF_LINES = compiler(true);
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(OPTIONS).build();

    private final CelRuntime.Program program;

    private Condition(CelRuntime.Program program) {
        this.program = program;
    }

    private static CelCompiler compiler(boolean ofLines) {
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        for (var variable : Variable.values()) {
            if (ofLines || !variable.isOfLine()) {
                builder.addVar(variable.text(), variable.type());
            }
        }
        return builder.build();
    }

    /** Why a text is no condition. */
    static final class NotACondition extends Exception {
        private static final long serialVersionUID = 1L;

        NotACondition(String message) {
            super(message);
        }
    }

    /** @param ofLines whether it judges line by line */
    static Condition compile(String text, boolean ofLines) throws NotACondition {
        try {
            var tree = (ofLines ? OF_LINES : OF_CLAIMS).compile(text).getAst();
            var broken = ConditionLimits.broken(tree);
            if (!broken.isEmpty()) {
                throw new NotACondition(String.join("; ", broken));
            }
            return new Condition(RUNTIME.createProgram(tree));
        } catch (CelValidationException | CelEvaluationException e) {
            throw new NotACondition(String.valueOf(e.getMessage()));
        } catch (StackOverflowError tooDeep) {
            throw new NotACondition("The condition is too deep");
        }
    }

    Verdict ofClaim(RuleVariables variables, EvaluationSteps steps) {
        return judge(variables::find, steps);
    }

    Verdict ofLines(RuleVariables variables, EvaluationSteps steps) {
        var caught = new ArrayList<Integer>();
        for (var i = 0; i < variables.lines(); i++) {
            var line = i;
            var verdict = judge(name -> variables.find(name, line), steps);
            if (verdict.broken() != null) {
                return verdict;
            }
            if (verdict.claim()) {
                caught.add(line);
            }
        }
        return caught.isEmpty() ? Verdict.NOTHING : new Verdict(false, List.copyOf(caught), null);
    }

    private Verdict judge(CelVariableResolver variables, EvaluationSteps steps) {
        try {
            var caught = program.trace(variables, (part, value) -> steps.take());
            return Boolean.TRUE.equals(caught) ? Verdict.CLAIM : Verdict.NOTHING;
        } catch (EvaluationSteps.Spent spent) {
            return Verdict.broken("the rules together take more than %d steps".formatted(EvaluationSteps.MOST));
        } catch (CelEvaluationException e) {
            return Verdict.broken(
                    e.getErrorCode().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        } catch (StackOverflowError tooDeep) {
            return Verdict.broken("too deep");
        }
    }
}
