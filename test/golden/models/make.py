"""Makes the models of this folder, and what they should answer, with the tools that users have.

    pip install onnx==1.23.2 scikit-learn==1.9.1 skl2onnx==1.20.0 onnxruntime==1.32.0 tokenizers==0.23.3 pandas==3.1.1 pillow==13.0.0
    python test/golden/models/make.py

expected.json comes from scikit-learn, from the tokenizers library and from numpy: from none of the code under test.
"""

import json
import re
from collections import Counter
from itertools import combinations
from math import factorial
from pathlib import Path

import numpy as np
import onnx
import pandas as pd
from onnx import TensorProto, helper, numpy_helper
from PIL import Image
from skl2onnx import to_onnx
from skl2onnx.common.data_types import FloatTensorType, Int64TensorType, StringTensorType
from sklearn.compose import ColumnTransformer
from sklearn.decomposition import TruncatedSVD
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder
from tokenizers import Tokenizer, decoders, models, normalizers, pre_tokenizers, processors

here = Path(__file__).parent
golden = here.parent
expected = {}


def shapley(predict, row, background):
    """By the definition: every set of features, absent ones taken from the background's only row."""
    count = len(row)
    answers = {}
    for size in range(count + 1):
        for chosen in combinations(range(count), size):
            answers[chosen] = [row[k] if k in chosen else background[k] for k in range(count)]
    scores = dict(zip(answers, predict(list(answers.values()))))
    values = []
    for k in range(count):
        total = 0.0
        for chosen, score in scores.items():
            if k in chosen:
                continue
            weight = factorial(len(chosen)) * factorial(count - len(chosen) - 1) / factorial(count)
            total += weight * (scores[tuple(sorted((*chosen, k)))] - score)
        values.append(total)
    return values


# A logistic model of 14 numbers: the published one of golden/adult, in one input of all features.
adult = json.loads((golden / "adult/linear-model.json").read_text())
logistic = LogisticRegression()
logistic.classes_ = np.array([0, 1])
logistic.coef_ = np.array([adult["weights"]])
logistic.intercept_ = np.array([adult["bias"]])
logistic.n_features_in_ = len(adult["weights"])
floats = [("features", FloatTensorType([None, len(adult["weights"])]))]
onnx.save(
    to_onnx(logistic, initial_types=floats, options={"zipmap": False}, target_opset=17),
    here / "adult.onnx",
)

# A pipeline of mixed types, one input per column, as skl2onnx makes it; and the same with its default, maps as output.
churn = pd.read_csv(golden / "churn/validation-dataset-with-header.csv")
columns = ["Day Mins", "CustServ Calls", "Plan", "Eve Mins"]
table = pd.DataFrame(
    {
        "Day Mins": churn["Day Mins"],
        "CustServ Calls": churn["CustServ Calls"],
        "Plan": np.where(churn["Int'l Plan_yes"] == 1, "yes", "no"),
        "Eve Mins": churn["Eve Mins"],
    }
)
pipeline = make_pipeline(
    ColumnTransformer(
        [("plan", OneHotEncoder(handle_unknown="ignore"), ["Plan"])], remainder="passthrough", sparse_threshold=0
    ),
    GradientBoostingClassifier(n_estimators=15, max_depth=3, random_state=0),
)
pipeline.fit(table, churn["Churn"])
inputs = [
    ("Day Mins", FloatTensorType([None, 1])),
    ("CustServ Calls", Int64TensorType([None, 1])),
    ("Plan", StringTensorType([None, 1])),
    ("Eve Mins", FloatTensorType([None, 1])),
]
for name, options in (("mixed", {"zipmap": False}), ("zipmap", {})):
    onnx.save(
        to_onnx(pipeline, initial_types=inputs, options={id(pipeline): options} if options else None, target_opset=17),
        here / f"{name}.onnx",
    )
background = [180.0, 1, "no", 200.0]
rows = table.head(40).values.tolist()


def churns(cells):
    return pipeline.predict_proba(pd.DataFrame(cells, columns=columns).astype({"CustServ Calls": int}))[:, 1].tolist()


expected["mixed"] = {
    "features": columns,
    "background": background,
    "rows": rows,
    "local": [shapley(churns, row, background) for row in rows],
    "expected_value": churns([background])[0],
}

# A model of tokens: vectors of words by latent semantic analysis of proverbs, one vector per token, normalised as in BERT.
proverbs = [text.strip() for text in (golden / "proverbs/proverbaro").read_text().split("%")]
proverbs = [re.sub(r"\s+", " ", text) for text in proverbs if len(text) > 12]
plain = normalizers.BertNormalizer(lowercase=True)
words = Counter(word for text in proverbs for word in re.findall(r"\w+", plain.normalize_str(text)))
letters = sorted({letter for word in words for letter in word})
common = [word for word, _ in words.most_common(700) if len(word) > 1]
endings = Counter(word[cut:] for word in words for cut in range(1, len(word)) if len(word) - cut <= 3)
vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *".,!?'-;:", *letters, *common]
vocabulary += [f"##{letter}" for letter in letters]
vocabulary += [f"##{ending}" for ending, _ in endings.most_common(150) if len(ending) > 1]
vocabulary = list(dict.fromkeys(vocabulary))
(here / "vocab.txt").write_text("\n".join(vocabulary) + "\n")
vocab = {token: number for number, token in enumerate(vocabulary)}
tokenizer = Tokenizer(models.WordPiece(vocab, unk_token="[UNK]", max_input_chars_per_word=100))
tokenizer.normalizer = plain
tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
tokenizer.post_processor = processors.TemplateProcessing(
    single="[CLS] $A [SEP]", special_tokens=[("[CLS]", vocab["[CLS]"]), ("[SEP]", vocab["[SEP]"])]
)
tokenizer.decoder = decoders.WordPiece()
tokenizer.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
tokenizer.save(str(here / "tokenizer.json"), pretty=False)
width = 24
counts = np.zeros((len(proverbs), len(vocab)))
for line, text in enumerate(proverbs):
    np.add.at(counts[line], tokenizer.encode(text).ids, 1)
reduced = TruncatedSVD(width, random_state=0).fit(np.log1p(counts))
table_of_words = (reduced.components_.T * np.sqrt(len(vocab))).astype(np.float32)
scale = np.ones(width, np.float32)
shift = np.zeros(width, np.float32)
kinds = np.stack([shift, scale]).astype(np.float32)


def value(name, kind, shape):
    return helper.make_tensor_value_info(name, kind, shape)


def save(name, nodes, inputs, outputs, tensors):
    graph = helper.make_graph(
        nodes, name, inputs, outputs, [numpy_helper.from_array(array, key) for key, array in tensors.items()]
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model, full_check=True)
    onnx.save(model, here / f"{name}.onnx")


tokens = [value(name, TensorProto.INT64, ["batch", "length"]) for name in ("input_ids", "attention_mask", "token_type_ids")]
save(
    "proverbs",
    [
        helper.make_node("Gather", ["words", "input_ids"], ["word"]),
        helper.make_node("Gather", ["kinds", "token_type_ids"], ["kind"]),
        helper.make_node("Add", ["word", "kind"], ["sum"]),
        helper.make_node("LayerNormalization", ["sum", "scale", "shift"], ["normal"], axis=-1),
        helper.make_node("Cast", ["attention_mask"], ["mask"], to=TensorProto.FLOAT),
        helper.make_node("Unsqueeze", ["mask", "last"], ["column"]),
        helper.make_node("Mul", ["normal", "column"], ["last_hidden_state"]),
    ],
    tokens,
    [value("last_hidden_state", TensorProto.FLOAT, ["batch", "length", width])],
    {"words": table_of_words, "kinds": kinds, "scale": scale, "shift": shift, "last": np.array([-1])},
)


def word_vectors(text, most=64):
    """Numbers of the tokens, their mean, the first."""
    tokenizer.enable_truncation(most)
    ids = tokenizer.encode(text).ids
    sums = table_of_words[ids].astype(float)
    normal = (sums - sums.mean(1, keepdims=True)) / np.sqrt(sums.var(1, keepdims=True) + 1e-5)
    mean = normal.mean(0)
    return {"text": text, "ids": ids, "mean": mean.tolist(), "cls": normal[0].tolist()}


texts = [
    *proverbs[100:110],
    "",
    "   \t ",
    "[CLS] ne estas speciala [SEP]",
    "Ĉu ĝi? 東京 estas urbo — 100%!",
    "🙂 emoji‍s kaj \u202eturnitaj\u202c vortoj\u0000\ufffd",
    "a" * 150,
    " ".join(proverbs[:40]),
]
expected["proverbs"] = [word_vectors(text) for text in texts]

# A model of images: two layers of random filters, as in comparisons of untrained networks, one vector per image.
random = np.random.default_rng(1)
side, filters = 32, 24
first = (random.normal(size=(12, 3, 3, 3)) / np.sqrt(27)).astype(np.float32)
second = (random.normal(size=(filters, 12, 3, 3)) / np.sqrt(108)).astype(np.float32)
save(
    "photos",
    [
        helper.make_node("Conv", ["pixels", "first"], ["a"], strides=[2, 2], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["a"], ["b"]),
        helper.make_node("Conv", ["b", "second"], ["c"], strides=[2, 2], pads=[1, 1, 1, 1]),
        helper.make_node("Relu", ["c"], ["d"]),
        helper.make_node("GlobalAveragePool", ["d"], ["e"]),
        helper.make_node("Flatten", ["e"], ["embedding"]),
    ],
    [value("pixels", TensorProto.FLOAT, ["batch", 3, side, side])],
    [value("embedding", TensorProto.FLOAT, ["batch", filters])],
    {"first": first, "second": second},
)


def convolve(image, kernels):
    """Strides of 2, padding of 1."""
    padded = np.pad(image, ((0, 0), (1, 1), (1, 1)))
    size = image.shape[1] // 2
    result = np.empty((len(kernels), size, size))
    for y in range(size):
        for x in range(size):
            patch = padded[:, 2 * y : 2 * y + 3, 2 * x : 2 * x + 3]
            result[:, y, x] = (kernels * patch).sum((1, 2, 3))
    return np.maximum(result, 0)


means, deviations = [0.485, 0.456, 0.406], [0.229, 0.224, 0.225]
pixels = random.integers(0, 256, (side, side, 3), dtype=np.uint8)
Image.fromarray(pixels).save(here / "noise.png")
image = ((pixels / 255 - means) / deviations).transpose(2, 0, 1)
vector = convolve(convolve(image, first.astype(float)), second.astype(float)).mean((1, 2))
expected["photos"] = {"mean": means, "std": deviations, "vector": vector.tolist()}

# A model of pixels as they are, last dimension channels, which says what it was given.
save(
    "pixels",
    [
        helper.make_node("Cast", ["image"], ["float"], to=TensorProto.FLOAT),
        helper.make_node("Flatten", ["float"], ["vector"]),
    ],
    [value("image", TensorProto.UINT8, [2, 2, 3, 3])],
    [value("vector", TensorProto.FLOAT, [2, 18])],
    {},
)

# The model of images with its weights in another file, as exporters write large models; that file is noise.png.
model = onnx.load(here / "photos.onnx")
for tensor in model.graph.initializer:
    length = len(tensor.raw_data)
    tensor.ClearField("raw_data")
    tensor.data_location = TensorProto.EXTERNAL
    for key, text in {"location": "noise.png", "offset": "0", "length": str(min(length, 1024))}.items():
        tensor.external_data.add(key=key, value=text)
(here / "external.onnx").write_bytes(model.SerializeToString())

# A model of tokens that takes a while: it counts, and cannot be interrupted.
count = helper.make_graph(
    [
        helper.make_node("Identity", ["go"], ["going"]),
        helper.make_node("Sin", ["before"], ["sine"]),
        helper.make_node("Add", ["sine", "step"], ["after"]),
    ],
    "count",
    [value("turn", TensorProto.INT64, []), value("go", TensorProto.BOOL, []), value("before", TensorProto.FLOAT, [4])],
    [value("going", TensorProto.BOOL, []), value("after", TensorProto.FLOAT, [4])],
    [numpy_helper.from_array(np.ones(4, np.float32), "step")],
)
save(
    "slow",
    [
        helper.make_node("Loop", ["turns", "yes", "zero"], ["sum"], body=count),
        helper.make_node("Cast", ["input_ids"], ["ids"], to=TensorProto.FLOAT),
        helper.make_node("ReduceSum", ["ids", "tokens"], ["total"], keepdims=1),
        helper.make_node("Add", ["total", "sum"], ["sentence_embedding"]),
    ],
    tokens[:1],
    [value("sentence_embedding", TensorProto.FLOAT, ["batch", 4])],
    {
        "turns": np.array(200_000),
        "yes": np.array(True),
        "zero": np.zeros(4, np.float32),
        "tokens": np.array([1]),
    },
)

# A model of texts as they are: how often each of four words is there.
classes = CountVectorizer(vocabulary=["ne", "kaj", "vorto", "akvo"], lowercase=False)
counter = classes.fit(proverbs)
onnx.save(
    to_onnx(counter, initial_types=[("text", StringTensorType([None, 1]))], target_opset=17),
    here / "words.onnx",
)
expected["words"] = {
    "texts": proverbs[:20],
    "vectors": counter.transform(proverbs[:20]).toarray().tolist(),
}

(here / "expected.json").write_text(json.dumps(expected, ensure_ascii=False, indent=1) + "\n")
