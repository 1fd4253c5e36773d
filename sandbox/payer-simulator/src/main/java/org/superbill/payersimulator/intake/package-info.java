/** Takes files and answers TA1, 999 and 277CA at once. */
@NullMarked
package org.superbill.payersimulator.intake;

import org.jspecify.annotations.NullMarked;
