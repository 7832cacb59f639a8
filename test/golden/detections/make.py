"""Makes answers.json.gz: what real detectors find in crops of the photographs of ../photos.

    pip install opencv-python-headless==4.14.0.94 numpy==2.4.6
    python test/golden/detections/make.py

The detectors are the cascades of OpenCV (P. Viola and M. Jones, 2001) for faces from the front (category 1) and from the
side (2), eyes (3) and smiles (4), which wants more agreement, as it sees too much otherwise. Scores are the weights of
their last stages, so they are no probabilities, and what they see in brick and gravel is as wrong as it is. An answer is
a list as COCO's results are. `other` is the camera out of focus: the same kind of crops, blurred before they are looked at.
"""

import gzip
import json
from pathlib import Path

import cv2
import numpy as np

here = Path(__file__).parent
cascades = {
    category: (cv2.CascadeClassifier(f"{cv2.data.haarcascades}haarcascade_{name}.xml"), neighbours)
    for category, name, neighbours in [(1, "frontalface_default", 3), (2, "profileface", 3), (3, "eye", 3), (4, "smile", 12)]
}
photos = [cv2.imread(str(path), cv2.IMREAD_GRAYSCALE) for path in sorted((here.parent / "photos").glob("*.jpg"))]
random = np.random.default_rng(20260302)


def crop():
    photo = photos[random.integers(len(photos))]
    side = int(random.integers(130, 190))
    top, left = (int(random.integers(length - side + 1)) for length in photo.shape)
    return photo[top : top + side, left : left + side]


def found(picture):
    answer = []
    for category, (cascade, neighbours) in cascades.items():
        boxes, _, weights = cascade.detectMultiScale3(picture, 1.1, neighbours, outputRejectLevels=True)
        for box, weight in zip(boxes, weights):
            answer.append(
                {"category_id": category, "bbox": [int(number) for number in box], "score": round(float(weight), 3)}
            )
    return answer


answers = {
    "baseline": [found(crop()) for _ in range(600)],
    "same": [found(crop()) for _ in range(200)],
    "other": [found(cv2.GaussianBlur(crop(), (0, 0), 1.5)) for _ in range(200)],
}
text = json.dumps(answers, separators=(",", ":"))
(here / "answers.json.gz").write_bytes(gzip.compress(text.encode(), mtime=0))
