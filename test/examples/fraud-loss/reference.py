"""The expected values of test.ts: plain lists of transactions, no code of the plugin. Run: python3 reference.py"""
import math

THRESHOLDS = (0.5, 0.95)
EDGES = sorted({i / 10 for i in range(10)} | set(THRESHOLDS))


def payments(seed, rows, attack):
    state = seed
    for _ in range(rows):
        draws = []
        for _ in range(2):
            state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
            draws.append(state / 2**32)
        u, v = draws
        score = 10000 * v * (1 if attack and u > 0.8 else v)
        yield (100 + math.floor(u * u * u * 5000000)) / 100, math.floor(score) / 10000


def cell(score):
    return max(i for i, edge in enumerate(EDGES) if edge <= score)


def amount(rows):
    return sum(a for a, _ in rows)


def rates(rows, threshold):
    approved = [(a, s) for a, s in rows if s < threshold]
    declined = [(a, s) for a, s in rows if s >= threshold]
    loss = sum(a * s for a, s in approved) / amount(approved)
    return len(declined) / len(rows), amount(declined) / amount(rows), loss


def shares(rows):
    return [max(1e-4, amount([r for r in rows if cell(r[1]) == i]) / amount(rows)) for i in range(len(EDGES))]


def squares(rows):
    return sum(a * a for a, _ in rows)


def upper_normal(value, limit, error):
    return math.erfc((value - limit) / error / math.sqrt(2)) / 2


def declined_p(rows, threshold, limit):
    share = rates(rows, threshold)[1]
    error = math.sqrt(sum(a * a * ((s >= threshold) - share) ** 2 for a, s in rows)) / amount(rows)
    return upper_normal(share, limit, error)


def loss_p(rows, threshold, limit):
    rate = rates(rows, threshold)[2]
    approved = [(a, s) for a, s in rows if s < threshold]
    variance = 0
    for i in range(len(EDGES)):
        group = [(a, s) for a, s in approved if cell(s) == i]
        if group:
            mean = sum(a * s for a, s in group) / amount(group)
            variance += squares(group) * (mean - rate) ** 2
    return upper_normal(rate, limit, math.sqrt(variance) / amount(approved))


before, now = list(payments(1, 2000, False)), list(payments(2, 1500, True))
for threshold in THRESHOLDS:
    base = rates(before, threshold)
    print(threshold, 'baseline', base, 'now', rates(now, threshold))
    print('  p-values: declined', declined_p(now, threshold, base[1] * 1.2 + 0.001), end=' ')
    print('loss', loss_p(now, threshold, base[2] * 1.2 + 0.001))
psi = sum((p - q) * math.log(p / q) for p, q in zip(shares(now), shares(before)))
noise = squares(now) / amount(now) ** 2 + squares(before) / amount(before) ** 2
half, x = (len(EDGES) - 1) // 2, psi / noise / 2
# The chi-squared tail for an even number of degrees of freedom is a finite sum.
print('psi', psi, 'p', math.exp(-x) * sum(x**i / math.factorial(i) for i in range(half)))
