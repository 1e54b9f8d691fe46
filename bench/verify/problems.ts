/** A small problem of the kind that public benchmarks hold. */
export interface Problem {
  readonly name: string;
  readonly code: string;
  /** What to replace in the code so that it is subtly wrong. */
  readonly wrong: readonly [string, string];
  /** Arguments and result, as Python writes them. */
  readonly cases: readonly (readonly [string, string])[];
}

const p = (
  name: string,
  code: string,
  wrong: readonly [string, string],
  cases: readonly (readonly [string, string])[],
): Problem => ({ name, code, wrong, cases });

export const PROBLEMS: readonly Problem[] = [
  p(
    "add_up",
    "def add_up(a, b):\n    return a + b",
    ["a + b", "abs(a) + b"],
    [
      ["2, 3", "5"],
      ["-1, 1", "0"],
    ],
  ),
  p(
    "is_even",
    "def is_even(n):\n    return n % 2 == 0",
    ["n % 2 == 0", "n % 4 != 1 and n % 4 != 3 or n < 0"],
    [
      ["2", "True"],
      ["3", "False"],
      ["0", "True"],
      ["-3", "False"],
    ],
  ),
  p(
    "clamp",
    "def clamp(x, low, high):\n    return max(low, min(x, high))",
    ["min(x, high)", "min(x, high - 1)"],
    [
      ["5, 0, 10", "5"],
      ["-1, 0, 10", "0"],
      ["11, 0, 10", "10"],
    ],
  ),
  p(
    "reverse_words",
    "def reverse_words(text):\n    return ' '.join(reversed(text.split()))",
    ["text.split()", "text.split(' ')"],
    [
      ["'a b c'", "'c b a'"],
      ["'  x   y '", "'y x'"],
      ["''", "''"],
    ],
  ),
  p(
    "count_vowels",
    "def count_vowels(text):\n    return sum(letter in 'aeiou' for letter in text.lower())",
    [".lower()", ""],
    [
      ["'Apple'", "2"],
      ["'xyz'", "0"],
      ["'OUI'", "3"],
    ],
  ),
  p(
    "fibonacci",
    "def fibonacci(n):\n    a, b = 0, 1\n    for _ in range(n):\n        a, b = b, a + b\n    return a",
    ["return a", "return b if n > 7 else a"],
    [
      ["0", "0"],
      ["1", "1"],
      ["10", "55"],
    ],
  ),
  p(
    "is_prime",
    "def is_prime(n):\n    if n < 2:\n        return False\n    return all(n % d for d in range(2, int(n**0.5) + 1))",
    ["int(n**0.5) + 1", "int(n**0.5)"],
    [
      ["2", "True"],
      ["9", "False"],
      ["1", "False"],
      ["97", "True"],
    ],
  ),
  p(
    "gcd_of",
    "def gcd_of(a, b):\n    while b:\n        a, b = b, a % b\n    return abs(a)",
    ["abs(a)", "a"],
    [
      ["12, 18", "6"],
      ["-4, 0", "4"],
      ["7, 5", "1"],
    ],
  ),
  p(
    "flatten",
    "def flatten(items):\n    result = []\n    for item in items:\n        if isinstance(item, list):\n            result.extend(flatten(item))\n        else:\n            result.append(item)\n    return result",
    ["result.extend(flatten(item))", "result.extend(item)"],
    [
      ["[1, [2, [3]], 4]", "[1, 2, 3, 4]"],
      ["[]", "[]"],
    ],
  ),
  p(
    "unique",
    "def unique(items):\n    return list(dict.fromkeys(items))",
    ["list(dict.fromkeys(items))", "sorted(set(items))"],
    [
      ["[3, 1, 3, 2, 1]", "[3, 1, 2]"],
      ["[]", "[]"],
    ],
  ),
  p(
    "roman",
    "def roman(n):\n    pairs = [(1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'), (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')]\n    text = ''\n    for value, sign in pairs:\n        text += sign * (n // value)\n        n %= value\n    return text",
    ["(900, 'CM'), ", ""],
    [
      ["1994", "'MCMXCIV'"],
      ["4", "'IV'"],
      ["3888", "'MMMDCCCLXXXVIII'"],
    ],
  ),
  p(
    "from_roman",
    "def from_roman(text):\n    values = {'I': 1, 'V': 5, 'X': 10, 'L': 50, 'C': 100, 'D': 500, 'M': 1000}\n    total = 0\n    for here, after in zip(text, text[1:] + ' '):\n        value = values[here]\n        total += -value if values.get(after, 0) > value else value\n    return total",
    ["> value", ">= value"],
    [
      ["'XIV'", "14"],
      ["'MMXXIV'", "2024"],
      ["'III'", "3"],
    ],
  ),
  p(
    "caesar",
    "def caesar(text, shift):\n    return ''.join(chr((ord(c) - 97 + shift) % 26 + 97) if c.islower() else c for c in text)",
    ["% 26", "% 25"],
    [
      ["'abc', 1", "'bcd'"],
      ["'xyz', 3", "'abc'"],
      ["'a-b', 0", "'a-b'"],
    ],
  ),
  p(
    "is_palindrome",
    "def is_palindrome(text):\n    letters = [c for c in text.lower() if c.isalnum()]\n    return letters == letters[::-1]",
    ["if c.isalnum()", "if c != ' '"],
    [
      ["'A man, a plan'", "False"],
      ["'Never odd, or even'", "True"],
      ["''", "True"],
    ],
  ),
  p(
    "brackets",
    "def brackets(text):\n    pairs, stack = {')': '(', ']': '[', '}': '{'}, []\n    for sign in text:\n        if sign in pairs.values():\n            stack.append(sign)\n        elif sign in pairs and (not stack or stack.pop() != pairs[sign]):\n            return False\n    return not stack",
    ["return not stack", "return True"],
    [
      ["'([]{})'", "True"],
      ["'(]'", "False"],
      ["'(('", "False"],
    ],
  ),
  p(
    "chunk",
    "def chunk(items, size):\n    return [items[i : i + size] for i in range(0, len(items), size)]",
    ["range(0, len(items), size)", "range(0, len(items) - len(items) % size, size)"],
    [
      ["[1, 2, 3], 2", "[[1, 2], [3]]"],
      ["[], 2", "[]"],
      ["[1, 2], 2", "[[1, 2]]"],
    ],
  ),
  p(
    "transpose",
    "def transpose(rows):\n    return [list(column) for column in zip(*rows)]",
    ["zip(*rows)", "zip(*rows[:2])"],
    [
      ["[[1, 2], [3, 4], [5, 6]]", "[[1, 3, 5], [2, 4, 6]]"],
      ["[]", "[]"],
    ],
  ),
  p(
    "median",
    "def median(values):\n    ordered = sorted(values)\n    middle = len(ordered) // 2\n    if len(ordered) % 2:\n        return ordered[middle]\n    return (ordered[middle - 1] + ordered[middle]) / 2",
    ["sorted(values)", "list(values)"],
    [
      ["[3, 1, 2]", "2"],
      ["[4, 1, 3, 2]", "2.5"],
      ["[7]", "7"],
    ],
  ),
  p(
    "mode_of",
    "def mode_of(values):\n    return max(sorted(set(values)), key=values.count)",
    ["sorted(set(values))", "sorted(set(values), reverse=True)"],
    [
      ["[1, 2, 2, 3]", "2"],
      ["[2, 1]", "1"],
    ],
  ),
  p(
    "running_total",
    "def running_total(values):\n    total, result = 0, []\n    for value in values:\n        total += value\n        result.append(total)\n    return result",
    ["total += value", "total += abs(value)"],
    [
      ["[1, 2, 3]", "[1, 3, 6]"],
      ["[5, -5]", "[5, 0]"],
    ],
  ),
  p(
    "leap_year",
    "def leap_year(year):\n    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)",
    [" or year % 400 == 0", ""],
    [
      ["2024", "True"],
      ["1900", "False"],
      ["2000", "True"],
      ["2023", "False"],
    ],
  ),
  p(
    "binary",
    "def binary(n):\n    if n == 0:\n        return '0'\n    digits = ''\n    while n:\n        digits = str(n % 2) + digits\n        n //= 2\n    return digits",
    ["str(n % 2) + digits", "digits + str(n % 2)"],
    [
      ["0", "'0'"],
      ["6", "'110'"],
      ["255", "'11111111'"],
    ],
  ),
  p(
    "digit_sum",
    "def digit_sum(n):\n    return sum(int(digit) for digit in str(abs(n)))",
    ["str(abs(n))", "str(abs(n))[:3]"],
    [
      ["1234", "10"],
      ["-56", "11"],
      ["0", "0"],
    ],
  ),
  p(
    "anagrams",
    "def anagrams(a, b):\n    return sorted(a.lower()) == sorted(b.lower())",
    ["sorted(a.lower()) == sorted(b.lower())", "set(a.lower()) == set(b.lower())"],
    [
      ["'Listen', 'Silent'", "True"],
      ["'aab', 'abb'", "False"],
    ],
  ),
  p(
    "word_count",
    "def word_count(text):\n    counts = {}\n    for word in text.lower().split():\n        counts[word] = counts.get(word, 0) + 1\n    return counts",
    [".lower()", ""],
    [
      ["'a b A'", "{'a': 2, 'b': 1}"],
      ["''", "{}"],
    ],
  ),
  p(
    "merge_sorted",
    "def merge_sorted(a, b):\n    result, i, j = [], 0, 0\n    while i < len(a) and j < len(b):\n        if a[i] <= b[j]:\n            result.append(a[i])\n            i += 1\n        else:\n            result.append(b[j])\n            j += 1\n    return result + a[i:] + b[j:]",
    ["+ b[j:]", ""],
    [
      ["[1, 3], [2, 4, 5]", "[1, 2, 3, 4, 5]"],
      ["[], [1]", "[1]"],
      ["[1, 1], [1]", "[1, 1, 1]"],
    ],
  ),
  p(
    "find_index",
    "def find_index(items, wanted):\n    low, high = 0, len(items) - 1\n    while low <= high:\n        middle = (low + high) // 2\n        if items[middle] == wanted:\n            return middle\n        if items[middle] < wanted:\n            low = middle + 1\n        else:\n            high = middle - 1\n    return -1",
    ["low <= high", "low < high"],
    [
      ["[1, 3, 5, 7], 7", "3"],
      ["[1, 3, 5], 1", "0"],
      ["[1, 3], 2", "-1"],
      ["[], 1", "-1"],
    ],
  ),
  p(
    "rotate",
    "def rotate(items, steps):\n    if not items:\n        return []\n    steps %= len(items)\n    return items[-steps:] + items[:-steps] if steps else list(items)",
    ["steps %= len(items)", "steps = min(steps, len(items))"],
    [
      ["[1, 2, 3], 1", "[3, 1, 2]"],
      ["[1, 2, 3], 4", "[3, 1, 2]"],
      ["[], 3", "[]"],
      ["[1, 2], 2", "[1, 2]"],
    ],
  ),
  p(
    "compress",
    "def compress(text):\n    result, previous, count = '', '', 0\n    for sign in text + '\\0':\n        if sign == previous:\n            count += 1\n        else:\n            result += previous + (str(count) if count > 1 else '')\n            previous, count = sign, 1\n    return result",
    ["count > 1", "count > 2"],
    [
      ["'aaab'", "'a3b'"],
      ["'aabb'", "'a2b2'"],
      ["''", "''"],
    ],
  ),
  p(
    "expand",
    "def expand(text):\n    result, number = '', ''\n    for sign in text:\n        if sign.isdigit():\n            number += sign\n        else:\n            result += sign * int(number or 1)\n            number = ''\n    return result",
    ["number += sign", "number = sign"],
    [
      ["'3ab'", "'aaab'"],
      ["'12x'", "'xxxxxxxxxxxx'"],
      ["''", "''"],
    ],
  ),
  p(
    "title_case",
    "def title_case(text):\n    return ' '.join(word[:1].upper() + word[1:].lower() for word in text.split(' '))",
    ["word[1:].lower()", "word[1:]"],
    [
      ["'hello WORLD'", "'Hello World'"],
      ["'a'", "'A'"],
    ],
  ),
  p(
    "price_with_tax",
    "from decimal import ROUND_HALF_UP, Decimal\n\n\ndef price_with_tax(net, rate):\n    gross = Decimal(net) * (1 + Decimal(rate))\n    return str(gross.quantize(Decimal('0.01'), ROUND_HALF_UP))",
    ["ROUND_HALF_UP)", "'ROUND_HALF_EVEN')"],
    [
      ["'0.50', '0.05'", "'0.53'"],
      ["'10', '0.19'", "'11.90'"],
    ],
  ),
  p(
    "collatz",
    "def collatz(n):\n    steps = 0\n    while n != 1:\n        n = n // 2 if n % 2 == 0 else 3 * n + 1\n        steps += 1\n    return steps",
    ["steps = 0", "steps = 1"],
    [
      ["1", "0"],
      ["6", "8"],
      ["27", "111"],
    ],
  ),
  p(
    "pascal_row",
    "def pascal_row(n):\n    row = [1]\n    for _ in range(n):\n        row = [a + b for a, b in zip([0, *row], [*row, 0])]\n    return row",
    ["range(n)", "range(min(n, 3))"],
    [
      ["0", "[1]"],
      ["4", "[1, 4, 6, 4, 1]"],
    ],
  ),
  p(
    "max_subarray",
    "def max_subarray(values):\n    best = here = values[0]\n    for value in values[1:]:\n        here = max(value, here + value)\n        best = max(best, here)\n    return best",
    ["best = here = values[0]", "best = here = max(values[0], 0)"],
    [
      ["[-2, 1, -3, 4, -1, 2, 1]", "6"],
      ["[-3, -1, -2]", "-1"],
    ],
  ),
  p(
    "two_sum",
    "def two_sum(values, target):\n    seen = {}\n    for index, value in enumerate(values):\n        if target - value in seen:\n            return [seen[target - value], index]\n        seen[value] = index\n    return []",
    [
      "if target - value in seen:\n            return [seen[target - value], index]\n        seen[value] = index",
      "seen[value] = index\n        if target - value in seen:\n            return [seen[target - value], index]",
    ],
    [
      ["[2, 7, 11], 9", "[0, 1]"],
      ["[3, 4, 2], 6", "[1, 2]"],
      ["[1], 5", "[]"],
    ],
  ),
  p(
    "parse_time",
    "def parse_time(text):\n    hours, minutes = text.split(':')\n    if not (0 <= int(hours) < 24 and 0 <= int(minutes) < 60):\n        raise ValueError('BAD_TIME')\n    return int(hours) * 60 + int(minutes)",
    ["< 60", "<= 60"],
    [
      ["'01:30'", "90"],
      ["'00:00'", "0"],
      ["'23:60'", "ValueError"],
      ["'24:00'", "ValueError"],
    ],
  ),
  p(
    "safe_divide",
    "def safe_divide(a, b):\n    if b == 0:\n        raise ValueError('DIVISION_BY_ZERO')\n    return a / b",
    ["raise ValueError('DIVISION_BY_ZERO')", "return 0"],
    [
      ["6, 3", "2.0"],
      ["1, 4", "0.25"],
      ["1, 0", "ValueError"],
    ],
  ),
  p(
    "slug",
    "import re\n\n\ndef slug(text):\n    return re.sub(r'[^a-z0-9]+', '-', text.lower()).strip('-')",
    [".strip('-')", ".lstrip('-')"],
    [
      ["'Hello, World!'", "'hello-world'"],
      ["'--a--'", "'a'"],
    ],
  ),
  p(
    "luhn",
    "def luhn(number):\n    total = 0\n    for index, digit in enumerate(reversed(number)):\n        value = int(digit) * (2 if index % 2 else 1)\n        total += value - 9 if value > 9 else value\n    return total % 10 == 0",
    ["value > 9", "value > 10"],
    [
      ["'4539148803436467'", "True"],
      ["'8273123273520569'", "False"],
      ["'59'", "True"],
    ],
  ),
  p(
    "spiral",
    "def spiral(rows):\n    result = []\n    rows = [list(row) for row in rows]\n    while rows:\n        result += rows.pop(0)\n        rows = [list(row) for row in zip(*rows)][::-1]\n    return result",
    ["[::-1]", ""],
    [
      ["[[1, 2], [3, 4]]", "[1, 2, 4, 3]"],
      ["[]", "[]"],
    ],
  ),
  p(
    "deep_get",
    "def deep_get(data, path, default=None):\n    for key in path.split('.'):\n        if not isinstance(data, dict) or key not in data:\n            return default\n        data = data[key]\n    return data",
    ["return default", "return None"],
    [
      ["{'a': {'b': 1}}, 'a.b'", "1"],
      ["{}, 'x', 5", "5"],
      ["{'a': 1}, 'a.b'", "None"],
    ],
  ),
];
