/** The rules of libraries/code-rules over the codes of one encounter, by what is known today: what has to be put right before it may be billed. */
@NullMarked
package org.superbill.coding.codecheck;

import org.jspecify.annotations.NullMarked;
